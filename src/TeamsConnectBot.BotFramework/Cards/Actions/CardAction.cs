using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards.Actions;

/// <summary>A button. The JSON's <c>type</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record CardAction
{
    /// <summary>The text on the button; plain text, not markdown.</summary>
    public required string Title { get; init; }

    /// <summary>The colour of the button; null for the usual one.</summary>
    public ActionStyle? Style { get; init; }

    /// <summary>Whether the button stands in sight or under '…'; null for in sight.</summary>
    public ActionMode? Mode { get; init; }

    /// <summary>A longer text for pointer and screen reader.</summary>
    public string? Tooltip { get; init; }
}

/// <summary>How a button looks.</summary>
public enum ActionStyle
{
    /// <summary>The usual.</summary>
    Default,
    /// <summary>The one most people want.</summary>
    Positive,
    /// <summary>Takes something away.</summary>
    Destructive,
}

/// <summary>Where a button stands.</summary>
public enum ActionMode
{
    /// <summary>In sight.</summary>
    Primary,
    /// <summary>Under '…'.</summary>
    Secondary,
}

/// <summary>Which answers on the card go along with a button.</summary>
public enum AssociatedInputs
{
    /// <summary>All of them, checked first.</summary>
    Auto,
    /// <summary>None, so a required question does not stop the button.</summary>
    None,
}
