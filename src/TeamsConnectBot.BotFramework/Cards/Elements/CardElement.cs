using System.Text.Json.Serialization;
using TeamsConnectBot.BotFramework.Cards.Actions;
using TeamsConnectBot.BotFramework.Cards.Inputs;

namespace TeamsConnectBot.BotFramework.Cards.Elements;

/// <summary>Anything that can stand in a card's body. The JSON's <c>type</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(Image), "Image")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(InputText), "Input.Text")]
[JsonDerivedType(typeof(InputToggle), "Input.Toggle")]
[JsonDerivedType(typeof(InputChoiceSet), "Input.ChoiceSet")]
[JsonDerivedType(typeof(InputDate), "Input.Date")]
[JsonDerivedType(typeof(InputTime), "Input.Time")]
public abstract record CardElement
{
    /// <summary>Names the element for <see cref="ToggleVisibilityAction"/>; for an input, the key of its answer.</summary>
    public string? Id { get; init; }

    /// <summary>The space above; null for the host's usual.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>Draw a line above the element.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Separator { get; init; }

    /// <summary>False hides the element until an action shows it; null means shown.</summary>
    public bool? IsVisible { get; init; }
}
