using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards.Elements;

/// <summary>
/// A paragraph. Teams renders bold, italic, lists and links of markdown in it; what people named themselves goes through
/// <see cref="MarkdownText.Escape"/> first. <c>{{DATE()}}</c> does not work in Teams: write dates out.
/// </summary>
public sealed record TextBlock : CardElement
{
    /// <summary>The text, in the markdown Teams knows.</summary>
    public required string Text { get; init; }

    /// <summary>Break lines instead of cutting them off. On unless said otherwise, since most cards are read on a phone.</summary>
    public bool Wrap { get; init; } = true;

    /// <summary>The size; null for body text.</summary>
    public TextSize? Size { get; init; }

    /// <summary>The weight; null for normal.</summary>
    public TextWeight? Weight { get; init; }

    /// <summary>The colour; null for the theme's.</summary>
    public TextColor? Color { get; init; }

    /// <summary>Whether this is a heading, for a screen reader.</summary>
    public TextStyle? Style { get; init; }

    /// <summary>Draw the text less prominently.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSubtle { get; init; }

    /// <summary>Left, centre or right; null for the parent's.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}
