using System.Text.Json.Nodes;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>A button whose click is sent as a message with a <c>value</c> and no text. The bot cannot answer it with a card.</summary>
public sealed record SubmitAction : CardAction
{
    /// <summary>The key in <see cref="Data"/> that holds the verb when this action is the fallback of an Action.Execute.</summary>
    public const string VerbKey = "verb";

    /// <summary>Sent with the click, together with the card's inputs.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Which inputs are sent; null for all, after validation.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    internal static SubmitAction For(ExecuteAction action)
    {
        var data = (JsonObject?)action.Data?.DeepClone() ?? [];
        data[VerbKey] = action.Verb;
        return new SubmitAction { Title = action.Title, Style = action.Style, AssociatedInputs = action.AssociatedInputs, Data = data };
    }
}
