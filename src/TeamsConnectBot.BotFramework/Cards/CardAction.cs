using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>A button. Its type is the JSON's <c>type</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record CardAction
{
    /// <summary>The button's text; plain text, not markdown.</summary>
    public required string Title { get; init; }

    /// <summary>The button's look; null for the default.</summary>
    public ActionStyle? Style { get; init; }
}
