using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Data;
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
internal sealed class SecretVote(Database database, AuditLog audit, IOptions<FirstUseOptions> options, TimeProvider clock)
{
    private static readonly Actor Program = new("", "TeamsConnectBot", Offices.None);

    // A vote may be held again, but not over and over until it comes out right.
    private static readonly Duration BetweenVotes = Duration.FromDays(30);

    /// <summary>Opens a vote. The organisation confirms with it that the meetings count as working time.</summary>
    public Task<RuleOutcome> OpenAsync(bool countsAsWorkingTime, Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!actor.Is(Offices.Admin) || options.Value.Body != FirstUseBody.Vote)
            {
                return RuleOutcome.NotAllowed(Offices.Admin);
            }

            var now = clock.GetCurrentInstant();
            var last = await db.FirstUses.OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);
            if (!countsAsWorkingTime || last is { Approved: null } || last?.AskedAt > now - BetweenVotes)
            {
                return RuleOutcome.Invalid([new Core.Rules.RuleProblem(
                    Core.Rules.ProblemKind.NotAllowed, countsAsWorkingTime ? "vote" : "countsAsWorkingTime", countsAsWorkingTime ? "1" : "false", countsAsWorkingTime ? "1 / 30 d" : "true")]);
            }

            db.FirstUses.Add(new FirstUseRow
            {
                Id = clock.NewId(), Body = FirstUseBody.Vote, AskedAt = now, VoteUntil = now + Duration.FromDays(options.Value.VoteDays), CountsAsWorkingTime = true,
            });
            await audit.AddAsync(db, actor, AuditAction.VoteOpened, "first use", "", cancellationToken);
            return RuleOutcome.Done(null, 0);
        },
        cancellationToken);

    public async Task<BallotOutcome> CastAsync(ConnectDb db, Participant person, bool yes, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (person.JoinedAt is null)
        {
            return BallotOutcome.NotTakingPart;
        }

        if (await db.FirstUses.SingleOrDefaultAsync(row => row.Approved == null && row.VoteUntil > now, cancellationToken) is not { } vote)
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
                db.Voters.RemoveRange(await db.Voters.Where(voter => voter.FirstUseId == vote.Id).ToListAsync(cancellationToken));
                await audit.AddAsync(db, Program, AuditAction.VoteClosed, "first use", vote.Approved == true ? "approved" : "refused", cancellationToken);
            }
        },
        cancellationToken);
}
