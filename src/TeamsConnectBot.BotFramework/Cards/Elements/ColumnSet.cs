using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards.Elements;

/// <summary>Elements beside each other. On a phone there is room for two.</summary>
public sealed record ColumnSet : CardElement
{
    /// <summary>The columns from left to right.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }
}

/// <summary>One column of a <see cref="ColumnSet"/>.</summary>
public sealed record Column
{
    /// <summary>Always <c>Column</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Column";

    /// <summary>What is in it, from top to bottom.</summary>
    public required IReadOnlyList<CardElement> Items { get; init; }

    /// <summary><c>auto</c>, <c>stretch</c>, a weight such as <c>2</c> or a width such as <c>48px</c>.</summary>
    public string? Width { get; init; }

    /// <summary>Top, centre or bottom; null for top.</summary>
    public VerticalAlignment? VerticalContentAlignment { get; init; }
}
