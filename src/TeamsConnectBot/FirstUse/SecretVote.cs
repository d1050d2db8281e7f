using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Time;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.FirstUse;

internal enum BallotOutcome
{
    Counted,
    VotedBefore,
    NoVote,
    NotTakingPart,
}

/// <summary>
/// The participants' vote where there is no body. Kept are who voted and how many said what, in different rows, and the count
/// is shown to nobody before the end. It counts when at least half of the participants voted; otherwise, or when as many said yes
/// as no, all stays as it is: silence neither begins nor ends anything.
/// </summary>
internal sealed class SecretVote(Database database, AuditLog audit, FirstUseDecision firstUse, EverythingStop everything, TimeProvider clock)
{
    /// <summary>Who acts where all did together, or nobody is to be known.</summary>
    public static Actor Together { get; } = new("", "TeamsConnectBot", Offices.None);

    /// <param name="db">The rows, in a transaction.</param>
    /// <param name="person">Who votes.</param>
    /// <param name="voteId">Which vote; null for the one that is open.</param>
    /// <param name="yes">What they say.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    public async Task<BallotOutcome> CastAsync(ConnectDb db, Participant person, Guid? voteId, bool yes, CancellationToken cancellationToken)
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

        if (await db.Voters.FindAsync([vote.Id, person.PersonId], cancellationToken) is not null)
        {
            return BallotOutcome.VotedBefore;
        }

        db.Voters.Add(new VoterRow { FirstUseId = vote.Id, PersonId = person.PersonId });
        vote.Yes += yes ? 1 : 0;
        vote.No += yes ? 0 : 1;
        return BallotOutcome.Counted;
    }

    /// <summary>Counts a vote whose time is over; who voted is then forgotten.</summary>
    public Task CloseAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var now = clock.GetCurrentInstant();
            foreach (var vote in await db.FirstUses.Where(row => row.Approved == null && row.VoteUntil <= now).ToListAsync(cancellationToken))
            {
                var wasInUse = (await firstUse.StatusAsync(db, cancellationToken)).State == FirstUseState.Approved;
                var participants = await db.Participants.CountAsync(person => person.JoinedAt != null, cancellationToken);
                vote.Approved = 2 * (vote.Yes + vote.No) < participants || vote.Yes == vote.No ? wasInUse : vote.Yes > vote.No;
                vote.DecidedAt = now;
                await FollowAsync(db, wasInUse, vote.Approved.Value, cancellationToken);
                await StaleCards.MarkAsync(db, vote.Id, cancellationToken);
                db.Voters.RemoveRange(await db.Voters.Where(voter => voter.FirstUseId == vote.Id).ToListAsync(cancellationToken));
                await audit.AddAsync(db, Together, AuditAction.VoteClosed, "first use", vote.Approved.Value ? "approved" : "refused", cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>What the participants stopped, only they start again.</summary>
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
