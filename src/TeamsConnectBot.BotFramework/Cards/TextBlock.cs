using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>
/// A paragraph. Teams renders bold, italic, lists and links of markdown in it, so text from people or a directory must first go through
/// <see cref="MarkdownText.Escape"/>. <c>{{DATE()}}</c> does not work in Teams: write dates out.
/// </summary>
public sealed record TextBlock : CardElement
{
    /// <summary>The text, in Teams' markdown.</summary>
    public required string Text { get; init; }

    /// <summary>Whether long lines wrap instead of being cut off. True by default, since most cards are read on a phone.</summary>
    public bool Wrap { get; init; } = true;

    /// <summary>The size; null for body text.</summary>
    public TextSize? Size { get; init; }

    /// <summary>The weight; null for normal.</summary>
    public TextWeight? Weight { get; init; }

    /// <summary>Whether this is a heading, for a screen reader.</summary>
    public TextStyle? Style { get; init; }

    /// <summary>Whether the text is less prominent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSubtle { get; init; }
}
