using System.Net;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>A mention in a text: <c>&lt;at&gt;Noor de Wit&lt;/at&gt;</c>, with or without attributes.</summary>
/// <param name="Start">The index of its first character.</param>
/// <param name="End">The index after its last character.</param>
/// <param name="Name">The name as displayed: decoded and without markup.</param>
internal sealed record AtTag(int Start, int End, string Name)
{
    private const string Opening = "<at";
    private const string Closing = "</at>";

    /// <summary>All mentions in a text, from left to right.</summary>
    public static List<AtTag> In(string text)
    {
        var tags = new List<AtTag>();
        var from = 0;
        while (text.IndexOf(Closing, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var close)
        {
            var open = text.LastIndexOf(Opening, close, close - from + 1, StringComparison.OrdinalIgnoreCase);
            var inner = open < 0 ? -1 : text.IndexOf('>', open) + 1;
            if (inner > 0 && inner <= close && (text[open + Opening.Length] == '>' || char.IsWhiteSpace(text[open + Opening.Length])))
            {
                tags.Add(new AtTag(open, close + Closing.Length, Plain(text[inner..close])));
            }

            from = close + Closing.Length;
        }

        return tags;
    }

    /// <summary>A name as displayed, from plain text, HTML-encoded text or a whole tag.</summary>
    public static string Plain(string? name)
    {
        var bare = (name ?? "").Trim();
        if (bare.StartsWith(Opening, StringComparison.OrdinalIgnoreCase) && bare.EndsWith(Closing, StringComparison.OrdinalIgnoreCase))
        {
            bare = bare[(bare.IndexOf('>') + 1)..^Closing.Length];
        }

        var words = TypedText.WithoutInvisible(WebUtility.HtmlDecode(bare)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }

    public static bool AreSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the part is the whole name or some consecutive words of it: a client may split up a mention.</summary>
    public static bool IsPart(string part, string name) =>
        part.Length > 0 && $" {name} ".Contains($" {part} ", StringComparison.OrdinalIgnoreCase);
}
