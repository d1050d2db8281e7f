using TeamsConnectBot.Sandbox.Behaviour;

namespace TeamsConnectBot.Tests;

internal static class ChatMessageExtensions
{
    /// <summary>Whether the message has a card with a button for this verb.</summary>
    public static bool HasButton(this ChatMessage message, string verb) =>
        message.CardJson is { } card && CardView.Has(card, verb);
}
