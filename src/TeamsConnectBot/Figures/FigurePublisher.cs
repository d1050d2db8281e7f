using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Figures;

/// <summary>
/// Counts each closed week once for everyone, at night and in a fixed order, and keeps what may be shown. The page shows only what
/// is kept: whoever looks, however often, cannot choose what is asked.
/// </summary>
internal sealed class FigurePublisher(Database database, PoolCatalogue pools, IOptions<FiguresOptions> options, TimeProvider clock)
{
    /// <summary>A week is counted when the answers to 'did you meet?' are in.</summary>
    public const int DaysAfterAWeek = 7;

    /// <summary>From then on nothing more is counted about a week, and whom its counts were about is forgotten.</summary>
    public const int DaysKept = 28;

    // The most useful first, because each count published limits the next.
    private static readonly AggregateView[] Order = [AggregateView.Met, AggregateView.Invited, AggregateView.SaidYes, AggregateView.NudgedMoreThanOnce];

    // Of a round whose rules chose by what few know, how many were asked would be an exact answer to a question an admin made up.
    private static readonly AggregateView[] OrderOfSelectiveRounds = [AggregateView.Met];

    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var thisMonday = Week.Of(clock.GetCurrentInstant()).Monday;
        foreach (var pool in options.Value.Enabled ? pools.All : [])
        {
            for (var monday = thisMonday.PlusWeeks(-4); monday.PlusDays(7 + DaysAfterAWeek) <= today; monday = monday.PlusWeeks(1))
            {
                var week = monday;
                await database.WriteAsync(db => PublishAsync(db, pool.Id, week, today, cancellationToken), cancellationToken);
            }
        }

        await database.WriteAsync(db => ForgetAsync(db, today.PlusDays(-DaysKept), cancellationToken), cancellationToken);
    }

    /// <summary>Publishes one count that only a round can make, if it may be.</summary>
    public async Task PublishAsync(ConnectDb db, AggregateQuery query, CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        var today = clock.GetCurrentInstant().InUtc().Date;
        Ask(db, query, await EarlierAsync(db, query.Audience, cancellationToken), today);
    }

    private async Task PublishAsync(ConnectDb db, string pool, LocalDate monday, LocalDate today, CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync(db, pool, cancellationToken);
        if (earlier.Any(publication => publication.Period == monday && Order.Contains(publication.View)))
        {
            return;
        }

        var week = await WeekOfAPool.ReadAsync(db, pool, monday, cancellationToken);
        if (week.People.Count < Aggregate.DefaultMinimum)
        {
            return;
        }

        var isSelective = await db.Rounds.AnyAsync(round => round.Monday == monday && round.IsSelective, cancellationToken);
        foreach (var view in isSelective ? OrderOfSelectiveRounds : Order)
        {
            Ask(db, new AggregateQuery(view, pool, monday, week.People, week.Counted[view]), earlier, today);
        }
    }

    private void Ask(ConnectDb db, AggregateQuery query, List<Publication> earlier, LocalDate today)
    {
        var answer = new Aggregate().Ask(query, earlier, today);
        if (answer is { IsNew: true, Published: { } published })
        {
            earlier.Add(published);
            db.Publications.Add(PublicationRow.From(clock.NewId(), published));
        }
    }

    private static async Task ForgetAsync(ConnectDb db, LocalDate before, CancellationToken cancellationToken)
    {
        foreach (var row in (await db.Publications.Where(row => row.People != null).ToListAsync(cancellationToken)).Where(row => row.On < before))
        {
            (row.People, row.Counted) = (null, null);
        }
    }

    private static async Task<List<Publication>> EarlierAsync(ConnectDb db, string audience, CancellationToken cancellationToken) =>
        [.. (await db.Publications.AsNoTracking().Where(row => row.Audience == audience && row.People != null).ToListAsync(cancellationToken)).Select(row => row.Read())];
}
