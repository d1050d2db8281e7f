using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards.Inputs;

/// <summary>A choice. With <see cref="IsMultiSelect"/> the answer is the chosen values joined by commas.</summary>
public sealed record InputChoiceSet : InputElement
{
    /// <summary>What can be chosen.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>Where more are looked up while somebody types; null for <see cref="Choices"/> alone. Old clients leave it out.</summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? Data { get; init; }

    /// <summary>More than one may be chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMultiSelect { get; init; }

    /// <summary>A closed list or all choices in sight; null for closed.</summary>
    public ChoiceInputStyle? Style { get; init; }

    /// <summary>The values chosen at first, joined by commas.</summary>
    public string? Value { get; init; }

    /// <summary>Shown in a closed list while nothing is chosen.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Break lines instead of cutting them off.</summary>
    public bool Wrap { get; init; } = true;
}

/// <summary>One possible answer. The title is plain text, not markdown.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Value">What is answered; without commas, which join the values of a multiple choice.</param>
public sealed record Choice(string Title, string Value);

/// <summary>
/// Choices that the client looks up. Teams has people pickers (learn.microsoft.com, 'People Picker in Adaptive Cards'): the
/// answer is then the person's Entra object id.
/// </summary>
/// <param name="Dataset">What is searched, such as <c>graph.microsoft.com/users</c>.</param>
public sealed record DataQuery(string Dataset)
{
    /// <summary>Always <c>Data.Query</c>.</summary>
    public string Type { get; init; } = "Data.Query";
}

/// <summary>How a choice is shown.</summary>
public enum ChoiceInputStyle
{
    /// <summary>A list that opens.</summary>
    Compact,
    /// <summary>Every choice in sight.</summary>
    Expanded,
    /// <summary>A list that opens and can be searched.</summary>
    Filtered,
}
