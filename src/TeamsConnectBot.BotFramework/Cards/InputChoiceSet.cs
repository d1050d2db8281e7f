using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>
/// An input with a list of choices. With <see cref="IsMultiSelect"/> the value consists of the chosen values, joined by commas.
/// </summary>
public sealed record InputChoiceSet : InputElement
{
    /// <summary>The choices.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>
    /// Where more choices are looked up while the person types; null for <see cref="Choices"/> only. Old clients ignore it.
    /// </summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? Data { get; init; }

    /// <summary>Whether more than one may be chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMultiSelect { get; init; }

    /// <summary>How the choices are shown; null for a drop-down list.</summary>
    public ChoiceInputStyle? Style { get; init; }

    /// <summary>The initially chosen values, joined by commas.</summary>
    public string? Value { get; init; }

    /// <summary>Shown in a drop-down list while nothing is chosen.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Whether long lines wrap instead of being cut off.</summary>
    public bool Wrap { get; init; } = true;
}

/// <summary>One of the choices. The title is plain text, not markdown.</summary>
/// <param name="Title">The text shown.</param>
/// <param name="Value">The value; must not contain a comma, which separates the values of a multiple choice.</param>
public sealed record Choice(string Title, string Value);

/// <summary>
/// Choices that the client looks up. Teams has people pickers (learn.microsoft.com, 'People Picker in Adaptive Cards'), whose value is the
/// person's Entra object id.
/// </summary>
/// <param name="Dataset">What is searched, such as <c>graph.microsoft.com/users</c>.</param>
public sealed record DataQuery(string Dataset)
{
    /// <summary>Always <c>Data.Query</c>.</summary>
    public string Type { get; init; } = "Data.Query";
}
