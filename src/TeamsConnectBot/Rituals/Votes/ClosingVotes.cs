using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Changes;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Protection;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rituals.Votes;

/// <summary>Closes a vote: counts, carries out the decision, posts the outcome and deletes the votes.</summary>
internal sealed class ClosingVotes(
    Database database, SpaceMembers members, RitualChanges changes, ProtectionNotes notes, BetterTimes betterTimes, PostBox posts,
    PostCards cards, RitualTimers timers)
{
    public async Task CloseAsync(DueTask task, CancellationToken cancellationToken)
    {
        var space = await database.ReadAsync(
            db => db.Proposals.Where(row => row.Id == task.SubjectId)
                .Join(db.Spaces, row => row.SpaceId, place => place.Id, (_, place) => place).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
        var count = space is { LostAt: null } ? await CountMembersAsync(space, cancellationToken) : VoteCount.Quorum;
        var better = await BetterAsync(task.SubjectId, count, cancellationToken);
        await database.WriteAsync(
            async db =>
            {
                await DueTasks.RemoveAsync(db, DueTaskKind.CloseVote, task.SubjectId, cancellationToken);
                if (space is not null
                    && await db.Proposals.FindAsync([task.SubjectId], cancellationToken) is { State: ProposalState.Open } proposal)
                {
                    await CloseAsync(db, proposal, space, count, better, cancellationToken);
                }
            },
            cancellationToken);
    }

    // Calendars are read only after the team said that a ritual no longer suits. The vote's closing time has passed, so no more votes are
    // accepted and this count is final.
    private async Task<IReadOnlyList<RitualPlan>> BetterAsync(Guid proposalId, int memberCount, CancellationToken cancellationToken)
    {
        var (ritual, choices) = await database.ReadAsync(
            async db => await db.Proposals.FindAsync([proposalId], cancellationToken)
                    is { Kind: ProposalKind.Poll, State: ProposalState.Open, RitualId: { } id }
                && await db.Rituals.AnyAsync(row => row.Id == id && !row.IsEnded, cancellationToken)
                ? (id, await db.Votes.Where(row => row.ProposalId == proposalId).Select(row => row.Choice).ToListAsync(cancellationToken))
                : (Guid.Empty, []),
            cancellationToken);
        return VoteCount.Of(choices, memberCount) == ProposalState.Rejected ? await betterTimes.FindAsync(ritual, cancellationToken) : [];
    }

    // A vote also ends when the bot was removed from the space, because the votes may not be kept longer.
    private async Task<int> CountMembersAsync(Space space, CancellationToken cancellationToken)
    {
        try
        {
            return await members.CountAsync(space, VoteCount.Quorum, cancellationToken);
        }
        catch (ConnectorException failure) when (failure.IsPermanentForPerson || failure.Failure == ConnectorFailure.NotPermitted)
        {
            return VoteCount.Quorum;
        }
    }

    private async Task CloseAsync(
        ConnectDb db, Proposal proposal, Space space, int memberCount, IReadOnlyList<RitualPlan> better,
        CancellationToken cancellationToken)
    {
        var votes = await db.Votes.Where(vote => vote.ProposalId == proposal.Id).ToListAsync(cancellationToken);
        var choices = votes.ConvertAll(vote => vote.Choice);
        proposal.State = VoteCount.Of(choices, memberCount);
        if (proposal.Kind == ProposalKind.Charter && proposal.State != ProposalState.TooFew)
        {
            proposal.State = ProposalState.Passed;
            proposal.Charter = VoteCount.Charter(choices, Texts.For(space.Language).Ritual.Charter.Tasks.Count);
            await timers.SetRevisitAsync(db, space, proposal.ClosesAt + CharterRevisit.After, cancellationToken);
        }

        proposal.BallotKey = null;
        db.Votes.RemoveRange(votes);
        if (proposal is { State: ProposalState.Passed, Change: { } change })
        {
            var (_, done) = await changes.ApplyAsync(db, space, change, null, cards.ReaderOf(space), cancellationToken);
            proposal.State = done ? ProposalState.Passed : ProposalState.Overtaken;
        }
        else if (proposal is { Kind: ProposalKind.Poll, State: ProposalState.Rejected, RitualId: { } id }
            && await db.Rituals.FindAsync([id], cancellationToken) is { IsEnded: false } ritual)
        {
            await notes.PostAsync(db, space, ritual, better, cancellationToken);
        }

        await StaleCards.MarkAsync(db, proposal.Id, cancellationToken);
        await posts.AddAsync(db, space, MessageKind.Outcome, proposal.Id, 0, cancellationToken);
    }
}
