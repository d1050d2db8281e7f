using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>All text people can read on a card, one line per element, without Markdown's escapes.</summary>
internal static partial class CardText
{
    public static string Of(string? cardJson) =>
        cardJson is null ? "" : string.Join('\n', Lines(JsonNode.Parse(cardJson)).Select(line => Escapes().Replace(line, "$1")));

    private static IEnumerable<string> Lines(JsonNode? node) => node switch
    {
        JsonObject part => part.Where(pair => pair.Key is not ("fallback" or "fallbackText"))
            .SelectMany(pair =>
                pair.Key is "text" or "title" or "label" && pair.Value is JsonValue value ? [(string?)value ?? ""] : Lines(pair.Value)),
        JsonArray children => children.SelectMany(Lines),
        _ => [],
    };

    [GeneratedRegex(@"\\(.)|\u2060")]
    private static partial Regex Escapes();
}
