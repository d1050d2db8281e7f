using System.Text.Json.Nodes;

namespace TeamsConnectBot.BotFramework.Cards.Actions;

/// <summary>
/// A button the bot answers with the next card. It comes back as an invoke with <see cref="Verb"/> and
/// <see cref="Data"/>; a client too old for it sends <see cref="Fallback"/> as a message instead.
/// </summary>
public sealed record ExecuteAction : CardAction
{
    /// <summary>What to do.</summary>
    public required string Verb { get; init; }

    /// <summary>What comes back with the click, together with the card's answers; must not use the key <c>verb</c>.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Which answers go along; null for all.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>The same button as an Action.Submit: same data, with the verb under <see cref="SubmitAction.VerbKey"/>.</summary>
    public CardAction Fallback
    {
        get => field ?? SubmitAction.For(this);
        init;
    }
}
