using System.Text.Json.Nodes;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>
/// A button whose click the bot answers with the next card. The click is sent as an invoke with <see cref="Verb"/> and <see cref="Data"/>;
/// a client too old for that sends <see cref="Fallback"/> as a message instead.
/// </summary>
public sealed record ExecuteAction : CardAction
{
    /// <summary>Names the action to perform.</summary>
    public required string Verb { get; init; }

    /// <summary>Sent with the click, together with the card's inputs; must not contain the key <c>verb</c>.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Which inputs are sent; null for all, after validation.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>The same button as an Action.Submit: the same data, with the verb under <see cref="SubmitAction.VerbKey"/>.</summary>
    public CardAction Fallback
    {
        get => field ?? SubmitAction.For(this);
        init;
    }
}
