using System.Diagnostics;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Changes;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Rituals.Votes;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Settles who may decide: the team's owners, or the team by vote when there are no owners. Others are told who the owners are.
/// </summary>
internal sealed class Decisions(
    Database database, TeamOwners owners, DraftBook drafts, RitualChanges changes, TeamVotes votes, PostBox posts)
{
    /// <summary>Answers a request for a change: asks to confirm it, carries it out, or refuses it.</summary>
    /// <param name="turn">Who asked, and for which space.</param>
    /// <param name="change">The change.</param>
    /// <param name="command">The command's own words, for a refusal.</param>
    /// <param name="confirmFirst">Whether the change is shown in full to confirm, even when the sender may decide alone.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task<Card> DecideAsync(
        RitualTurn turn, PlannedChange change, string command, bool confirmFirst, CancellationToken cancellationToken)
    {
        var (refusal, byVote) = await StandingAsync(turn, command, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        change = change with { ByVote = byVote };
        return byVote || confirmFirst
            ? await drafts.ConfirmAsync(turn, change, cancellationToken)
            : await CarryOutAsync(turn.Space, turn.Sender, change, null, cancellationToken) ?? throw new UnreachableException();
    }

    /// <summary>
    /// Carries out a confirmed change or opens the vote on it, if the sender may still decide, and removes its draft with it: of several
    /// clicks at once one does something.
    /// </summary>
    /// <returns>What was done, or why nothing was; null when another click was first.</returns>
    public async Task<Card?> CarryOutAsync(
        Space space, ActivitySender sender, PlannedChange change, Draft? draft, CancellationToken cancellationToken)
    {
        var standing = await owners.OfAsync(space, sender.PersonId, cancellationToken);
        if (!change.ByVote && standing.Decides == Decides.NotAtAll)
        {
            return Refusal(null, standing);
        }

        var reader = drafts.ReaderOf(space, sender);
        return await database.WriteAsync<Card?>(
            async db =>
            {
                if (draft is not null && !await DraftBook.RemoveAsync(db, draft, cancellationToken))
                {
                    return null;
                }

                if (!change.ByVote && standing.Decides == Decides.Alone)
                {
                    return await ApplyAsync(db, space, sender, change, reader, cancellationToken);
                }

                await votes.OpenAsync(db, space, change with { ByVote = true }, cancellationToken);
                return new RitualNoticeCard(RitualNotice.VoteOpened);
            },
            cancellationToken);
    }

    /// <summary>A refusal when the sender may not decide; otherwise whether the team votes instead of the sender deciding alone.</summary>
    public async Task<(Card? Refusal, bool ByVote)> StandingAsync(RitualTurn turn, string command, CancellationToken cancellationToken)
    {
        if (turn.Proposes)
        {
            return (null, true);
        }

        var standing = await owners.OfAsync(turn.Space, turn.Sender.PersonId, cancellationToken);
        return standing.Decides == Decides.NotAtAll ? (Refusal(command, standing), false) : (null, standing.Decides == Decides.ByVote);
    }

    /// <summary>
    /// A refusal when the sender may not take a decision that is never put to a vote, such as a setting of the space; otherwise null.
    /// Typing it as a proposal makes no difference.
    /// </summary>
    public async Task<Card?> RefusalAsync(RitualTurn turn, string command, CancellationToken cancellationToken) =>
        (await StandingAsync(turn with { Proposes = false }, command, cancellationToken)).Refusal;

    // A change made in an owner's own chat is posted in the channel, so that the team knows about it.
    private async Task<Card> ApplyAsync(
        ConnectDb db, Space space, ActivitySender sender, PlannedChange change, Reader reader, CancellationToken cancellationToken)
    {
        var (card, _) = await changes.ApplyAsync(db, space, change, sender.PersonId, reader, cancellationToken);
        if (sender.InPrivate && card is RitualDoneCard done)
        {
            await posts.AddAsync(db, space, MessageKind.Changed, done.Ref.Id, 0, cancellationToken);
        }

        return card;
    }

    private static CommandRefusedCard Refusal(string? command, Standing standing) =>
        new(command, WhoCan.TeamOwners, [.. standing.Owners.Select(owner => new Colleague(owner.Name, owner.UserPrincipalName))]);
}
