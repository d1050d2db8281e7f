using TeamsConnectBot.Data;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Votes;

/// <summary>Opens votes. Each has a card in its space and a time at which it closes.</summary>
internal sealed class TeamVotes(PostBox posts, RitualTimers timers, DaysOff daysOff, IOptions<RitualOptions> options, TimeProvider clock)
{
    // Asking every few weeks would be a burden.
    private static readonly Duration NotAgainFor = Duration.FromDays(90);

    /// <summary>Asks the team about a change.</summary>
    public Task OpenAsync(ConnectDb db, Space space, PlannedChange change, CancellationToken cancellationToken) =>
        AddAsync(db, space, ProposalKind.Change, change.RitualId, change, cancellationToken);

    /// <summary>Asks the team whether a ritual still suits, unless it was asked recently.</summary>
    public async Task OpenPollAsync(ConnectDb db, Space space, Ritual ritual, CancellationToken cancellationToken)
    {
        var recently = clock.GetCurrentInstant() - NotAgainFor;
        if (!await db.Proposals.AnyAsync(
            row => row.RitualId == ritual.Id
                && (row.State == ProposalState.Open || (row.Kind == ProposalKind.Poll && row.ClosesAt > recently)),
            cancellationToken))
        {
            await AddAsync(db, space, ProposalKind.Poll, ritual.Id, null, cancellationToken);
        }
    }

    /// <summary>Asks the team which tasks are for AI and which for people.</summary>
    /// <returns>False when that vote is open already.</returns>
    public async Task<bool> OpenCharterAsync(ConnectDb db, Space space, CancellationToken cancellationToken)
    {
        var isOpen = await db.Proposals.AnyAsync(
            row => row.SpaceId == space.Id && row.Kind == ProposalKind.Charter && row.State == ProposalState.Open, cancellationToken);
        if (!isOpen)
        {
            await AddAsync(db, space, ProposalKind.Charter, null, null, cancellationToken);
        }

        return !isOpen;
    }

    /// <summary>The team's latest charter; null when it has none.</summary>
    public static Task<Proposal?> CharterAsync(ConnectDb db, Space space, CancellationToken cancellationToken) => db.Proposals
        .Where(row => row.SpaceId == space.Id && row.Kind == ProposalKind.Charter && row.State == ProposalState.Passed)
        .OrderByDescending(row => row.ClosesAt).FirstOrDefaultAsync(cancellationToken);

    private async Task AddAsync(
        ConnectDb db, Space space, ProposalKind kind, Guid? ritualId, PlannedChange? change, CancellationToken cancellationToken)
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
