using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>A button. In JSON, <c>type</c> says which kind it is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record CardAction
{
    /// <summary>The text on the button; plain text, not markdown.</summary>
    public required string Title { get; init; }

    /// <summary>The button's look; null for the default.</summary>
    public ActionStyle? Style { get; init; }
}
