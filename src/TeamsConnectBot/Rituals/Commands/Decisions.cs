using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Changes;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Rituals.Votes;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Who may decide what: owners alone, everybody by vote. A member is told who can.</summary>
internal sealed class Decisions(Database database, TeamOwners owners, DraftDesk drafts, RitualChanges changes, TeamVotes votes, PostBox posts)
{
    /// <summary>A change somebody asked for: to confirm, to carry out, to vote on, or not theirs.</summary>
    /// <param name="turn">Who asked, and where.</param>
    /// <param name="change">What it is.</param>
    /// <param name="command">The command's own words, for a refusal.</param>
    /// <param name="confirmFirst">Whether it is echoed before it happens.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    public async Task<Card> DecideAsync(RitualTurn turn, PlannedChange change, string command, bool confirmFirst, CancellationToken cancellationToken)
    {
        var (refusal, byVote) = await StandingAsync(turn, command, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        change = change with { ByVote = byVote };
        return byVote || confirmFirst
            ? await drafts.ConfirmAsync(turn.Space, turn.Visitor, change, cancellationToken)
            : await CarryOutAsync(turn.Space, turn.Visitor, change, cancellationToken);
    }

    /// <summary>Carries out what was confirmed, if whoever confirmed it may still decide.</summary>
    public async Task<Card> CarryOutAsync(Space space, Visitor visitor, PlannedChange change, CancellationToken cancellationToken)
    {
        var standing = await owners.OfAsync(space, visitor.PersonId, cancellationToken);
        if (!change.ByVote && standing.Decides == Decides.NotAtAll)
        {
            return Refusal(change.Plan.Name, standing);
        }

        var reader = drafts.ReaderOf(space, visitor);
        return await database.WriteAsync(
            async db =>
            {
                if (!change.ByVote && standing.Decides == Decides.Alone)
                {
                    return await ApplyAsync(db, space, visitor, change, reader, cancellationToken);
                }

                await votes.OpenAsync(db, space, change with { ByVote = true }, cancellationToken);
                return new RitualNoticeCard(RitualNotice.VoteOpened);
            },
            cancellationToken);
    }

    // What a lead does in private is said in the channel: nothing changes for a team behind its back.
    private async Task<Card> ApplyAsync(ConnectDb db, Space space, Visitor visitor, PlannedChange change, Reader reader, CancellationToken cancellationToken)
    {
        var (card, _) = await changes.ApplyAsync(db, space, change, visitor.PersonId, reader, cancellationToken);
        if (visitor.InPrivate && card is RitualDoneCard done)
        {
            await posts.AddAsync(db, space, MessageKind.Changed, done.Ref.Id, 0, cancellationToken);
        }

        return card;
    }

    /// <summary>Whether somebody may decide this alone; otherwise a refusal, or whether it goes to a vote.</summary>
    public async Task<(Card? Refusal, bool ByVote)> StandingAsync(RitualTurn turn, string command, CancellationToken cancellationToken)
    {
        if (turn.Proposes)
        {
            return (null, true);
        }

        var standing = await owners.OfAsync(turn.Space, turn.Visitor.PersonId, cancellationToken);
        return standing.Decides == Decides.NotAtAll ? (Refusal(command, standing), false) : (null, standing.Decides == Decides.ByVote);
    }

    public async Task<bool> MayDecideAsync(Space space, Visitor visitor, CancellationToken cancellationToken) =>
        (await owners.OfAsync(space, visitor.PersonId, cancellationToken)).Decides == Decides.Alone;

    private static CommandRefusedCard Refusal(string command, Standing standing) =>
        new(command, WhoCan.TeamOwners, [.. standing.Owners.Select(owner => new Colleague(owner.Name, owner.UserPrincipalName))]);
}
