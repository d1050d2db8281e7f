using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.FirstUse;

internal sealed class UseVoteMessages(TimeProvider clock) : MessageSource
{
    public override IReadOnlyList<MessageKind> Kinds { get; } = [MessageKind.UseVote];

    public override Task<Card?> ComposeAsync(ConnectDb db, Message message, Participant person, CancellationToken cancellationToken) =>
        CardAsync(db, message.SubjectId, person, cancellationToken);

    /// <summary>Nobody is asked to vote once the vote is over.</summary>
    public override Task<bool> IsTooLateAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        db.FirstUses.AnyAsync(
            vote => vote.Id == message.SubjectId && (vote.Approved != null || vote.VoteUntil <= clock.GetCurrentInstant()),
            cancellationToken);

    /// <summary>The card of a vote in its current state for one person; null when the vote no longer exists.</summary>
    public async Task<Card?> CardAsync(ConnectDb db, Guid voteId, Participant person, CancellationToken cancellationToken)
    {
        if (await db.FirstUses.FindAsync([voteId], cancellationToken) is not { VoteUntil: { } until } vote)
        {
            return null;
        }

        var hasVoted = await db.Voters.FindAsync([voteId, person.PersonId], cancellationToken) is not null;
        var state = vote.Approved switch
        {
            true => UseVoteState.Approved,
            false => UseVoteState.Refused,
            null when hasVoted => UseVoteState.Voted,
            null when until <= clock.GetCurrentInstant() => UseVoteState.Closed,
            null => person.JoinedAt is not null && !SecretVote.IsAsked(person, vote) ? UseVoteState.JoinedLater : UseVoteState.Open,
        };
        return new UseVoteCard(new CardRef(voteId, person.Nonce), until, state);
    }
}
