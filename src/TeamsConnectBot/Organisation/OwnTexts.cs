using System.Buffers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Organisation;

/// <summary>Replaces shipped texts by the organisation's own. Both go through the same parser.</summary>
internal static partial class OwnTexts
{
    private static readonly SearchValues<char> MarkdownMarks = SearchValues.Create(@"\`*_[]<>~{|@");

    /// <summary>The most characters an own text may have, so that a card stays readable on a phone.</summary>
    public const int Longest = 160;

    /// <summary>The shipped text.</summary>
    public static string Shipped(string language, string key) => Find(Texts.Source(language), key)!.GetValue<string>();

    /// <summary>The problem with an own text; null when it can be used.</summary>
    public static TextProblem? Problem(string language, string key, string text)
    {
        if (!TextKeys.All.Contains(key) || string.IsNullOrWhiteSpace(text))
        {
            return new TextProblem("texts.empty");
        }

        return text.Length > Longest ? new TextProblem("texts.long", Longest)
            : text.Any(char.IsControl) ? new TextProblem("texts.oneLine")
            : ProblemOfBlanks(Blanks(text), Blanks(Shipped(language, key)), Blank().Replace(text, ""))
            ?? (IsPlain(text) ? null : new TextProblem("texts.plain"));
    }

    /// <summary>A language's texts, with the organisation's own where it has them.</summary>
    public static Texts Merge(string language, IEnumerable<OwnText> own)
    {
        var source = Texts.Source(language);
        foreach (var text in own.Where(text => Problem(language, text.Key, text.Text) is null))
        {
            Find(source, text.Key)!.ReplaceWith(text.Text);
        }

        return Texts.Parse(source.ToJsonString(), language);
    }

    private static TextProblem? ProblemOfBlanks(HashSet<string> used, HashSet<string> known, string rest)
    {
        if (used.Except(known).FirstOrDefault() is { } unknown)
        {
            return known.Count == 0
                ? new TextProblem("texts.noBlank", unknown) : new TextProblem("texts.otherBlank", unknown, string.Join(", ", known));
        }

        return known.Except(used).FirstOrDefault() is { } missing ? new TextProblem("texts.missingBlank", missing)
            : rest.AsSpan().ContainsAny('{', '}') ? new TextProblem("texts.brace") : null;
    }

    // Cards show the text as markdown, in which clients also link bare addresses. Values for placeholders are escaped separately.
    private static bool IsPlain(string text)
    {
        var words = Blank().Replace(text, "x");
        return words.AsSpan().IndexOfAny(MarkdownMarks) < 0 && MarkdownText.Escape(words) == MarkdownText.Clean(words);
    }

    private static JsonNode? Find(JsonNode source, string key) => key.Split('.').Aggregate((JsonNode?)source, (node, part) => node?[part]);

    private static HashSet<string> Blanks(string text) => [.. Blank().Matches(text).Select(blank => blank.Value)];

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Blank();
}

/// <summary>A problem with an own text.</summary>
/// <param name="Key">The key of the message in the page's texts.</param>
/// <param name="Values">The values for the message's placeholders.</param>
internal sealed record TextProblem(string Key, params object[] Values);
