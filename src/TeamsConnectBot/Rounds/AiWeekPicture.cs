using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Counts how many people had company in the week after an AI-heavy week, and how many after another week, in pools with a rule that uses
/// bands. It does so on Sunday evening: by then the week's meetings are over, and no day of the week before has expired. A Sunday that
/// was missed is left out, because the days are gone.
/// </summary>
internal sealed class AiWeekPicture(
    Database database, PoolCatalogue pools, RuleStore book, FigurePublisher figures, TimeProvider clock)
{
    /// <summary>From this band on, a week counts as heavy: the shipped rules for AI weeks start there.</summary>
    public const AiUseBand Heavy = AiUseBand.MostDays;

    public async Task CountAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!figures.IsOn || now.InUtc().DayOfWeek != IsoDayOfWeek.Sunday)
        {
            return;
        }

        var monday = Week.Of(now).Monday;
        var rules = (await book.ActiveAsync(cancellationToken)).Where(active => active.Rule.UsesBand).ToList();
        foreach (var pool in pools.All.Where(pool => rules.Exists(active => active.Rule.IsFor(pool.Id))))
        {
            await database.WriteAsync(
                async db => await figures.PublishAiWeekAsync(
                    db, pool.Id, monday, await PeopleAsync(db, pool.Id, monday.PlusWeeks(-1), cancellationToken), cancellationToken),
                cancellationToken);
        }
    }

    private static async Task<AiWeekPeople> PeopleAsync(
        ConnectDb db, string pool, LocalDate monday, CancellationToken cancellationToken)
    {
        var days = (await db.AiUseDays.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(day => day.PersonId);
        var people = await db.Participants.AsNoTracking().Where(person => person.PoolId == pool && person.JoinedAt != null)
            .ToListAsync(cancellationToken);
        var bands = people
            .Select(person => (person, Band: AiUseReadings.WeekBandOf(person, days[person.PersonId], monday)))
            .Where(known => known.Band is not null)
            .ToLookup(known => known.Band >= Heavy, known => Pseudonym.Of(known.person));
        return new AiWeekPeople([.. bands[true]], [.. bands[false]]);
    }
}
