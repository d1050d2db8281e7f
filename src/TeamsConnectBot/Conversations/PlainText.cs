using System.Text.RegularExpressions;

namespace TeamsConnectBot.Conversations;

/// <summary>The text of a card, for an answer that is only a line.</summary>
internal static partial class PlainText
{
    public static string Of(AdaptiveCard card) =>
        string.Join(". ", (card.Body ?? []).OfType<TextBlock>().Select(block => Unescape(block.Text).TrimEnd('.'))) + ".";

    private static string Unescape(string markdown) => Escapes().Replace(markdown, "$1");

    [GeneratedRegex(@"\\(.)|\u2060")]
    private static partial Regex Escapes();
}
