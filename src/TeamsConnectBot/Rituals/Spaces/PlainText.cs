using System.Text.RegularExpressions;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Cards.Elements;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>What a card says, for an answer that is only a line of text.</summary>
internal static partial class PlainText
{
    public static string Of(AdaptiveCard card) => string.Join(". ", (card.Body ?? []).OfType<TextBlock>().Select(block => Unescaped(block.Text).TrimEnd('.'))) + ".";

    private static string Unescaped(string markdown) => Escapes().Replace(markdown, "$1");

    [GeneratedRegex(@"\\(.)|\u2060")]
    private static partial Regex Escapes();
}
