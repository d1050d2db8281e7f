using Microsoft.Bot.Builder;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Conversations;

/// <summary>Builds a card for its reader, and sends it in the conversation of a turn.</summary>
internal sealed class Replies(Standstill standstill)
{
    public async Task SendAsync(ITurnContext turn, Card card, Reader reader, CancellationToken cancellationToken) =>
        await turn.SendActivityAsync(
            (await BuildAsync(card, reader, cancellationToken)).ToMessage(card.Summary(reader.Texts)), cancellationToken);

    /// <summary>Builds a card. During a standstill, a card that mentions future invitations says that there are none.</summary>
    public async Task<AdaptiveCard> BuildAsync(Card card, Reader reader, CancellationToken cancellationToken)
    {
        var built = card.Build(reader);
        return card.MentionsFutureInvitations && await standstill.IsOnAsync(cancellationToken)
            ? built with { Body = [built.Body[0], Parts.Strong(reader.Texts.State.Standstill), .. built.Body.Skip(1)] }
            : built;
    }
}
