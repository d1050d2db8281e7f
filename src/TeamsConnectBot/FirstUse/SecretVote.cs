using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.FirstUse;

internal enum BallotOutcome
{
    Counted, VotedBefore, NoVote, NotTakingPart,

    /// <summary>The person joined after the vote opened.</summary>
    JoinedLater,
}

/// <summary>
/// The participants' vote, in organisations without a works council. Who voted, and how many voted yes or no, are stored in separate
/// rows, and nobody sees the counts before the end. The vote counts when at least half of the participants voted. Otherwise, or when yes
/// and no are equal, nothing changes: silence neither starts nor stops anything. It is a vote of those who took part when it opened:
/// erasing also forgets who voted, so whoever joins again could otherwise vote again.
/// </summary>
internal sealed class SecretVote(
    Database database, AuditLog audit, FirstUseDecision firstUse, EverythingStop everything, TimeProvider clock)
{
    /// <summary>The actor for acts of all participants together, or of a participant who stays anonymous.</summary>
    public static Actor Together { get; } = new("", "TeamsConnectBot", Role.None);

    /// <param name="db">The database, in the caller's transaction.</param>
    /// <param name="person">The person who votes.</param>
    /// <param name="voteId">The vote; null for the open one.</param>
    /// <param name="yes">Whether the person votes yes.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task<BallotOutcome> CastAsync(
        ConnectDb db, Participant person, Guid? voteId, bool yes, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (person.JoinedAt is null)
        {
            return BallotOutcome.NotTakingPart;
        }

        if (await db.FirstUses.SingleOrDefaultAsync(row => row.Approved == null && row.VoteUntil > now, cancellationToken) is not { } vote
            || (voteId is not null && vote.Id != voteId))
        {
            return BallotOutcome.NoVote;
        }

        if (!IsAsked(person, vote))
        {
            return BallotOutcome.JoinedLater;
        }

        if (await db.Voters.FindAsync([vote.Id, person.PersonId], cancellationToken) is not null)
        {
            return BallotOutcome.VotedBefore;
        }

        db.Voters.Add(new VoterRow { FirstUseId = vote.Id, PersonId = person.PersonId });
        vote.Yes += yes ? 1 : 0;
        vote.No += yes ? 0 : 1;
        return BallotOutcome.Counted;
    }

    /// <summary>Whether somebody already took part when a vote opened.</summary>
    public static bool IsAsked(Participant person, FirstUseRow vote) => person.JoinedAt <= vote.AskedAt;

    /// <summary>Counts each vote that has ended, and then forgets who voted.</summary>
    public Task CloseAsync(CancellationToken cancellationToken) => database.WriteAsync(async db =>
    {
        var now = clock.GetCurrentInstant();
        foreach (var vote in await db.FirstUses.Where(row => row.Approved == null && row.VoteUntil <= now).ToListAsync(cancellationToken))
        {
            var wasInUse = (await firstUse.StatusAsync(db, cancellationToken)).State == FirstUseState.Approved;
            var participants = await db.Participants.CountAsync(person => person.JoinedAt <= vote.AskedAt, cancellationToken);
            vote.Approved = 2 * (vote.Yes + vote.No) < participants || vote.Yes == vote.No ? wasInUse : vote.Yes > vote.No;
            vote.DecidedAt = now;
            await FollowAsync(db, wasInUse, vote.Approved.Value, cancellationToken);
            await StaleCards.MarkAsync(db, vote.Id, cancellationToken);
            db.Voters.RemoveRange(await db.Voters.Where(voter => voter.FirstUseId == vote.Id).ToListAsync(cancellationToken));
            var result = vote.Approved.Value ? "approved" : "refused";
            await audit.AddAsync(db, Together, AuditAction.VoteClosed, "first use", result, cancellationToken);
        }
    }, cancellationToken);

    /// <summary>Stops or resumes everything after a vote. A later vote lifts only a stop that an earlier vote caused.</summary>
    private async Task FollowAsync(ConnectDb db, bool wasInUse, bool isInUse, CancellationToken cancellationToken)
    {
        if (wasInUse && !isInUse)
        {
            await everything.StopAsync(db, Together, isOfTheStaff: true, cancellationToken);
        }

        if (isInUse && await Standstill.CurrentAsync(db, cancellationToken) is { } stop && stop.ById == Together.Id)
        {
            await everything.LiftAsync(db, stop, Together, cancellationToken);
        }
    }
}
