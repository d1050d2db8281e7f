using System.Net;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>A mention as it stands in a text: <c>&lt;at&gt;Noor de Wit&lt;/at&gt;</c>, with or without attributes.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Name">What a person reads.</param>
internal sealed record AtTag(int Start, int End, string Name)
{
    private const string Opening = "<at";
    private const string Closing = "</at>";

    /// <summary>All of a text, from left to right.</summary>
    public static List<AtTag> In(string text)
    {
        var tags = new List<AtTag>();
        for (var from = 0; text.IndexOf(Closing, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var close; from = close + Closing.Length)
        {
            var open = text.LastIndexOf(Opening, close, close - from + 1, StringComparison.OrdinalIgnoreCase);
            var inner = open < 0 ? -1 : text.IndexOf('>', open) + 1;
            if (inner > 0 && inner <= close && (text[open + Opening.Length] == '>' || char.IsWhiteSpace(text[open + Opening.Length])))
                tags.Add(new AtTag(open, close + Closing.Length, Plain(text[inner..close])));
        }

        return tags;
    }

    /// <summary>A name as a person reads it, whether it came encoded or not, or as a tag.</summary>
    public static string Plain(string? name)
    {
        var bare = (name ?? "").Trim();
        if (bare.StartsWith(Opening, StringComparison.OrdinalIgnoreCase) && bare.EndsWith(Closing, StringComparison.OrdinalIgnoreCase))
            bare = bare[(bare.IndexOf('>') + 1)..^Closing.Length];

        return string.Join(
            ' ', TypedText.WithoutUnseen(WebUtility.HtmlDecode(bare)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public static bool AreSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this is a whole name, or some words of it that stand together: a client may split a mention.</summary>
    public static bool IsPart(string part, string name) =>
        part.Length > 0 && $" {name} ".Contains($" {part} ", StringComparison.OrdinalIgnoreCase);
}
