using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>Anything that a card's body can contain. Its type is the JSON's <c>type</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(InputText), "Input.Text")]
[JsonDerivedType(typeof(InputToggle), "Input.Toggle")]
[JsonDerivedType(typeof(InputChoiceSet), "Input.ChoiceSet")]
[JsonDerivedType(typeof(InputDate), "Input.Date")]
[JsonDerivedType(typeof(InputTime), "Input.Time")]
public abstract record CardElement
{
    /// <summary>Identifies the element for <see cref="ToggleVisibilityAction"/>; for an input, the key of its value.</summary>
    public string? Id { get; init; }

    /// <summary>The space above; null for the host's default.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>False hides the element until an action shows it; null means visible.</summary>
    public bool? IsVisible { get; init; }
}
