using System.Text.Json.Nodes;

namespace TeamsConnectBot.BotFramework.Cards.Actions;

/// <summary>A button that comes back as a message with <c>value</c> and no text. The bot cannot answer it with a card.</summary>
public sealed record SubmitAction : CardAction
{
    /// <summary>The key in <see cref="Data"/> that carries the verb of the Action.Execute this one stands in for.</summary>
    public const string VerbKey = "verb";

    /// <summary>What comes back with the click, together with the card's answers.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Which answers go along; null for all.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    internal static SubmitAction For(ExecuteAction action)
    {
        var data = (JsonObject?)action.Data?.DeepClone() ?? [];
        data[VerbKey] = action.Verb;
        return new SubmitAction
        {
            Title = action.Title,
            Style = action.Style,
            Mode = action.Mode,
            Tooltip = action.Tooltip,
            AssociatedInputs = action.AssociatedInputs,
            Data = data,
        };
    }
}
