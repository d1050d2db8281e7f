using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Votes;

/// <summary>Opens votes, each with a card in the channel and a time at which it closes.</summary>
internal sealed class TeamVotes(PostBox posts, RitualTimers timers, DaysOff daysOff, IOptions<RitualOptions> options, TimeProvider clock)
{
    // A question that comes back every few weeks is load.
    private static readonly Duration NotAgainFor = Duration.FromDays(90);

    /// <summary>Puts a change to the team.</summary>
    public Task OpenAsync(ConnectDb db, Space space, PlannedChange change, CancellationToken cancellationToken) =>
        AddAsync(db, space, ProposalKind.Change, change.RitualId, change, cancellationToken);

    /// <summary>Asks the team whether a ritual still suits, unless it was asked lately.</summary>
    public async Task OpenPollAsync(ConnectDb db, Space space, Ritual ritual, CancellationToken cancellationToken)
    {
        var lately = clock.GetCurrentInstant() - NotAgainFor;
        if (!await db.Proposals.AnyAsync(
            row => row.RitualId == ritual.Id && (row.State == ProposalState.Open || (row.Kind == ProposalKind.Poll && row.ClosesAt > lately)), cancellationToken))
        {
            await AddAsync(db, space, ProposalKind.Poll, ritual.Id, null, cancellationToken);
        }
    }

    /// <summary>Asks the team what is for AI and what for people.</summary>
    /// <returns>False when it is being asked already.</returns>
    public async Task<bool> OpenCharterAsync(ConnectDb db, Space space, CancellationToken cancellationToken)
    {
        if (await db.Proposals.AnyAsync(row => row.SpaceId == space.Id && row.Kind == ProposalKind.Charter && row.State == ProposalState.Open, cancellationToken))
        {
            return false;
        }

        await AddAsync(db, space, ProposalKind.Charter, null, null, cancellationToken);
        return true;
    }

    /// <summary>What the team agreed last; null when it did not yet.</summary>
    public static Task<Proposal?> CharterAsync(ConnectDb db, Space space, CancellationToken cancellationToken) => db.Proposals
        .Where(row => row.SpaceId == space.Id && row.Kind == ProposalKind.Charter && row.State == ProposalState.Passed)
        .OrderByDescending(row => row.ClosesAt).FirstOrDefaultAsync(cancellationToken);

    private async Task AddAsync(ConnectDb db, Space space, ProposalKind kind, Guid? ritualId, PlannedChange? change, CancellationToken cancellationToken)
    {
        var proposal = new Proposal
        {
            Id = clock.NewId(), SpaceId = space.Id, RitualId = ritualId, Kind = kind, Nonce = Nonce.New(), Change = change,
            ClosesAt = daysOff.NotBeforeWork(clock.GetCurrentInstant() + Duration.FromTimeSpan(options.Value.VoteFor), space.TimeZone),
            State = ProposalState.Open, BallotKey = Ballot.NewKey(),
        };
        db.Proposals.Add(proposal);
        await posts.AddAsync(db, space, MessageKind.Vote, proposal.Id, 0, cancellationToken);
        await timers.SetCloseAsync(db, proposal, cancellationToken);
    }
}
