using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Overview;

/// <summary>Reads how each pool's rounds go: those that were held, those that the schedule will start, and the published figures.</summary>
internal sealed class PoolOverviews(Database database, PoolCatalogue pools, DaysOff daysOff, FigureStore figures, TimeProvider clock)
{
    private const int MostNext = 3;
    private const int WeeksBack = 12;

    // A round that is due starts within seconds, and after a restart within minutes.
    private static readonly Duration Grace = Duration.FromHours(1);

    public async Task<IReadOnlyList<PoolOverview>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var published = (await figures.ReadAsync(Week.Of(now).Monday.PlusWeeks(-WeeksBack), cancellationToken))
            .ToDictionary(pool => pool.Pool, StringComparer.Ordinal);
        return await database.ReadAsync<IReadOnlyList<PoolOverview>>(async db =>
        {
            var all = new List<PoolOverview>();
            foreach (var pool in pools.All)
            {
                var rounds = await EmptyRounds.NewestAsync(db, pool.Id, cancellationToken);
                all.Add(Of(pool, rounds, published.GetValueOrDefault(pool.Id), now));
            }

            return all;
        }, cancellationToken);
    }

    private PoolOverview Of(PoolOptions pool, List<Round> rounds, PoolFigures? published, Instant now)
    {
        var last = rounds.Count > 0 ? rounds[0] : null;
        var funnel = RoundFunnel.Newest(published);
        LocalDate? figuresOn = last is null || published is null || last.Monday <= funnel?.Monday
            ? null : UpcomingRound.FiguresOf(last.Monday);
        return new PoolOverview(
            pool, last, MissedBy(pool, last, now), EmptyRounds.Twice(rounds), [.. NextOf(pool, last, now)], funnel, figuresOn,
            AreFiguresWithheld: figuresOn <= now.InUtc().Date);
    }

    // A later start in a week that had its round does nothing.
    private IEnumerable<UpcomingRound> NextOf(PoolOptions pool, Round? last, Instant now) => RoundStarts.OfWeeks(pool, now)
        .Where(start => Week.Of(start).Monday != last?.Monday).Take(MostNext)
        .Select(start => UpcomingRound.At(start, daysOff.CalendarOf(pool, start)));

    private static Instant? MissedBy(PoolOptions pool, Round? last, Instant now)
    {
        if (last is null)
        {
            return null;
        }

        var due = RoundStarts.OfWeeks(pool, now - Duration.FromDays(7 * WeeksBack)).TakeWhile(start => start + Grace <= now)
            .Cast<Instant?>().LastOrDefault();
        return due is { } start && Week.Of(start).Monday > last.Monday ? start : null;
    }
}
