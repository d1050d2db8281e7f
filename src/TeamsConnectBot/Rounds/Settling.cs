using System.Collections.Immutable;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Late binding: closes a round's answers, reads once more the calendars of everyone who said yes, matches those people, and writes every
/// outcome in one transaction. Idempotent.
/// </summary>
internal sealed partial class Settling(
    Database database, PoolCatalogue pools, Gathering gathering, PoolHistoryReader histories, SettledRound settled, Handshake handshake,
    TimeProvider clock, ILogger<Settling> logger)
{
    // After downtime a round may be settled late; slots that start sooner than this are no longer used.
    private static readonly Duration Notice = Duration.FromMinutes(30);

    public async Task SettleAsync(DueTask task, CancellationToken cancellationToken)
    {
        var yeses = await database.WriteAsync(db => CloseAnswersAsync(db, task.SubjectId, cancellationToken), cancellationToken);
        var round = await database.ReadAsync(
            db => db.Rounds.SingleAsync(x => x.Id == task.SubjectId, cancellationToken), cancellationToken);
        var pool = pools.Find(round.PoolId);
        var settlement = await SettleAsync(pool, round, yeses, RetryBudget.IsLeft(task), cancellationToken);
        await settled.WriteAsync(task, pool, settlement, cancellationToken);
        Log.Settled(logger, pool.Id);
    }

    // From here on, no answer can be given or withdrawn.
    private async Task<IReadOnlyList<Invitation>> CloseAnswersAsync(ConnectDb db, Guid roundId, CancellationToken cancellationToken)
    {
        var invitations = await db.Invitations.Where(x => x.RoundId == roundId).OrderBy(x => x.PersonId).ToListAsync(cancellationToken);
        foreach (var invitation in invitations)
        {
            await handshake.ApplyAsync(db, invitation, InvitationEvent.AnswersClosed, cancellationToken);
        }

        return [.. invitations.Where(x => x.State == InvitationState.Settling)];
    }

    private async Task<Settlement> SettleAsync(
        PoolOptions pool, Round round, IReadOnlyList<Invitation> yeses, bool requireCalendars, CancellationToken cancellationToken)
    {
        var week = new Week(round.Monday);
        var history = await histories.ReadAsync(pool, round, cancellationToken);
        var gathered = await gathering.RereadMembersAsync(
            pool, [.. yeses.Select(yes => yes.PersonId)], week, requireCalendars, cancellationToken);
        var people = gathered.People.ToDictionary(person => person.Member.Id, StringComparer.Ordinal);
        var earliest = clock.GetCurrentInstant() + Notice;
        var present = yeses.Where(yes => people.ContainsKey(yes.PersonId))
            .Select(yes => AcceptanceOf(people[yes.PersonId].On(yes.Side, pool), yes, week, earliest)).ToList();
        if (round.Kind == RoundKind.OpenTable)
        {
            ImmutableArray<TableMoment> moments = [.. present.SelectMany(answer => answer.Ticked).Distinct()
                .OrderBy(slot => slot.Start).Select(slot => new TableMoment(slot, null))];
            return OpenTable.Settle(week, moments, present, history, pool.MatchingRules, cancellationToken);
        }

        var settlement = Settler.Settle(week, present, history, pool.MatchingRules, (ulong)round.Seed, cancellationToken);
        return !pool.HasSides && OpenTable.IsNeeded(settlement)
            ? OpenTable.TakeIn(week, settlement, present, history, pool.MatchingRules)
            : settlement;
    }

    private static Acceptance AcceptanceOf(PersonSnapshot person, Invitation yes, Week week, Instant earliest)
    {
        // Without a calendar, someone is free at the slots they ticked.
        var member = OfferChoice.InvitedTo(person.Member, yes.Offer);
        if (!person.CalendarWasRead)
        {
            var kept = member.FreeAtLunch.Without(member.Free);
            member = member with { Free = WeekAvailability.FromSlots(yes.Ticked).Without(kept) };
        }

        // A day may have been marked as a day off after it was ticked.
        return new Acceptance(
            member, [.. yes.Ticked.Where(slot => week.Of(slot).Start is var start && start >= earliest && !person.IsOffAt(start))]);
    }

    private static partial class Log
    {
        // No counts: in a small pool they would reveal how the others answered.
        [LoggerMessage(LogLevel.Information, "Round of pool {Pool} settled")]
        public static partial void Settled(ILogger logger, string pool);
    }
}
