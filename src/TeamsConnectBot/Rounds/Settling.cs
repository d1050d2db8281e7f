using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Late binding: closes a round's answers, reads the calendars of those who said yes again, brings them together, and
/// writes every outcome in one transaction. Run twice, it does nothing the second time.
/// </summary>
internal sealed partial class Settling(
    Database database, PoolCatalogue pools, Gathering gathering, PoolHistoryReader histories, SettledRound settled, AnswersClosed answers,
    TimeProvider clock, ILogger<Settling> logger)
{
    // Settled late, after everything was stopped or the service was down, what has passed is no meeting any more.
    private static readonly Duration Notice = Duration.FromMinutes(30);

    public async Task SettleAsync(DueTask task, CancellationToken cancellationToken)
    {
        var yeses = await answers.CloseAsync(task.SubjectId, cancellationToken);
        var round = await database.ReadAsync(db => db.Rounds.SingleAsync(x => x.Id == task.SubjectId, cancellationToken), cancellationToken);
        var pool = pools.Find(round.PoolId);
        var settlement = await SettleAsync(pool, round, yeses, Patience.IsLeft(task), cancellationToken);
        await settled.WriteAsync(task, pool, settlement, cancellationToken);
        Log.Settled(logger, pool.Id);
    }

    private async Task<Settlement> SettleAsync(
        PoolOptions pool, Round round, IReadOnlyList<Invitation> yeses, bool insist, CancellationToken cancellationToken)
    {
        var week = new Week(round.Monday);
        var history = await histories.ReadAsync(pool, round, cancellationToken);
        var gathered = await gathering.ReadAgainAsync(pool, [.. yeses.Select(yes => yes.PersonId)], week, insist, cancellationToken);
        var people = gathered.People.ToDictionary(person => person.Member.Id, StringComparer.Ordinal);
        var earliest = clock.GetCurrentInstant() + Notice;
        var present = yeses.Where(yes => people.ContainsKey(yes.PersonId))
            .Select(yes => new Acceptance(Trusting(people[yes.PersonId], yes), TimesOf(people[yes.PersonId], yes, week, earliest))).ToList();
        if (round.Kind == RoundKind.OpenTable)
        {
            return OpenTable.Settle(week, Moments(present), present, history, pool.MatchingRules, cancellationToken);
        }

        var settlement = Settler.Settle(week, present, history, pool.MatchingRules, (ulong)round.Seed, cancellationToken);
        return OpenTable.IsNeeded(settlement)
            ? OpenTable.TakeIn(week, settlement, present, history, pool.MatchingRules)
            : settlement;
    }

    private static ImmutableArray<TableMoment> Moments(IEnumerable<Acceptance> answers) =>
        [.. answers.SelectMany(answer => answer.Ticked).Distinct().OrderBy(slot => slot.Start).Select(slot => new TableMoment(slot, null))];

    // A day may have been listed as off since it was ticked.
    private static ImmutableArray<Slot> TimesOf(GatheredPerson person, Invitation yes, Week week, Instant earliest) =>
        [.. yes.Ticked.Where(slot => week.Of(slot).Start is var start && start >= earliest && !person.IsOffAt(start))];

    // Whose gaps are not read is free when they say so: a tick is the person's own word.
    private static PoolMember Trusting(GatheredPerson person, Invitation yes) =>
        person.CalendarWasRead ? person.Member : person.Member with { Free = WeekAvailability.FromSlots(yes.Ticked) };

    private static partial class Log
    {
        // No counts: in a small pool they would tell how the others answered.
        [LoggerMessage(LogLevel.Information, "Round of pool {Pool} settled")]
        public static partial void Settled(ILogger logger, string pool);
    }
}
