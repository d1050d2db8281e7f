using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Rules;

internal enum BallotOutcome
{
    Counted,
    VotedBefore,
    NoVote,
    NotTakingPart,
}

/// <summary>
/// The participants' vote where there is no body. Kept are who voted and how many said what, in different rows, and the count
/// is shown to nobody before the end. It passes with more yes than no from at least half of the participants.
/// </summary>
internal sealed class SecretVote(
    Database database, AuditLog audit, Outbox outbox, SweepRequests sweeps, IOptions<FirstUseOptions> options, TimeProvider clock)
{
    private static readonly Actor Program = new("", "TeamsConnectBot", Offices.None);

    // A vote may be held again, but not over and over until it comes out right.
    private static readonly Duration BetweenVotes = Duration.FromDays(30);

    public bool IsHowUseIsDecided => options.Value.Body == FirstUseBody.Vote;

    /// <summary>Opens the first vote, or one after a no. The organisation confirms with it that the meetings count as working time.</summary>
    public async Task<RuleOutcome> OpenAsync(bool countsAsWorkingTime, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Is(Offices.Admin) || !IsHowUseIsDecided)
        {
            return RuleOutcome.NotAllowed(Offices.Admin);
        }

        return !countsAsWorkingTime
            ? RuleOutcome.Invalid([new Core.Rules.RuleProblem(Core.Rules.ProblemKind.NotAllowed, "countsAsWorkingTime", "false", "true")])
            : await OpenAsync(actor, cancellationToken) is null
                ? RuleOutcome.Invalid([new Core.Rules.RuleProblem(Core.Rules.ProblemKind.NotAllowed, "vote", "1", "1 / 30 d")])
                : RuleOutcome.Done(null, 0);
    }

    /// <summary>Any participant may ask all the others whether to go on. Who asked is kept nowhere.</summary>
    /// <returns>When the vote closes; null when there is one already or was one lately.</returns>
    public Task<Instant?> AskAgainAsync(CancellationToken cancellationToken) => OpenAsync(Program, cancellationToken);

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
                var participants = await db.Participants.CountAsync(person => person.JoinedAt != null, cancellationToken);
                vote.Approved = vote.Yes > vote.No && 2 * (vote.Yes + vote.No) >= participants;
                vote.DecidedAt = now;
                await StopOrGoOnAsync(db, vote.Approved == true, cancellationToken);
                await StaleCards.MarkAsync(db, vote.Id, cancellationToken);
                db.Voters.RemoveRange(await db.Voters.Where(voter => voter.FirstUseId == vote.Id).ToListAsync(cancellationToken));
                await audit.AddAsync(db, Program, AuditAction.VoteClosed, "first use", vote.Approved == true ? "approved" : "refused", cancellationToken);
            }
        },
        cancellationToken);

    private async Task<Instant?> OpenAsync(Actor actor, CancellationToken cancellationToken)
    {
        var until = await database.WriteAsync(
            async db =>
            {
                var now = clock.GetCurrentInstant();
                var last = await db.FirstUses.OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);
                if (last is { Approved: null } || last?.AskedAt > now - BetweenVotes)
                {
                    return null;
                }

                var vote = new FirstUseRow
                {
                    Id = clock.NewId(), Body = FirstUseBody.Vote, AskedAt = now, VoteUntil = now + Duration.FromDays(options.Value.VoteDays), CountsAsWorkingTime = true,
                };
                db.FirstUses.Add(vote);
                foreach (var person in await db.Participants.Where(person => person.JoinedAt != null).ToListAsync(cancellationToken))
                {
                    await outbox.AddAsync(db, person, MessageKind.UseVote, vote.Id, cancellationToken: cancellationToken);
                }

                await audit.AddAsync(db, actor, AuditAction.VoteOpened, "first use", "", cancellationToken);
                return vote.VoteUntil;
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return until;
    }

    /// <summary>What the participants stopped, only they start again.</summary>
    private async Task StopOrGoOnAsync(ConnectDb db, bool approved, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var stop = await EverythingStop.CurrentAsync(db, cancellationToken);
        if (!approved && stop is null)
        {
            db.Stops.Add(new StopRow { Id = clock.NewId(), At = now, ById = Program.Id, ByWorksCouncil = true });
        }

        if (approved && stop?.ById == Program.Id)
        {
            (stop.LiftedAt, stop.LiftedById) = (now, Program.Id);
        }
    }
}
