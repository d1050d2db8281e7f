using System.Buffers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Organisation;

/// <summary>Puts an organisation's own words in the place of the shipped ones. The same reader checks both.</summary>
internal static partial class OwnTexts
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(@"\`*_[]<>~{|@");

    /// <summary>The most characters an own text may have: a card stays readable on a phone.</summary>
    public const int Longest = 160;

    /// <summary>The shipped text.</summary>
    public static string Shipped(string language, string key) => Find(Texts.Source(language), key)!.GetValue<string>();

    /// <summary>What is wrong with an own text; null when it can be used.</summary>
    public static TextProblem? Problem(string language, string key, string text)
    {
        if (!TextKeys.All.Contains(key) || string.IsNullOrWhiteSpace(text))
        {
            return new TextProblem("texts.empty");
        }

        if (text.Length > Longest)
        {
            return new TextProblem("texts.long", Longest);
        }

        if (text.Any(char.IsControl))
        {
            return new TextProblem("texts.oneLine");
        }

        return ProblemOfBlanks(Blanks(text), Blanks(Shipped(language, key)), Blank().Replace(text, ""))
            ?? (IsPlain(text) ? null : new TextProblem("texts.plain"));
    }

    /// <summary>A language's texts with the organisation's own in them.</summary>
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
                ? new TextProblem("texts.noBlank", unknown)
                : new TextProblem("texts.otherBlank", unknown, string.Join(", ", known));
        }

        return known.Except(used).FirstOrDefault() is { } missing ? new TextProblem("texts.missingBlank", missing)
            : rest.AsSpan().ContainsAny('{', '}') ? new TextProblem("texts.brace") : null;
    }

    // On a card the text is markdown, in which clients make links of bare addresses too. What fills a blank is escaped by itself.
    private static bool IsPlain(string text)
    {
        var words = Blank().Replace(text, "x");
        return words.AsSpan().IndexOfAny(Marks) < 0 && MarkdownText.Escape(words) == MarkdownText.Clean(words);
    }

    private static JsonNode? Find(JsonNode source, string key) => key.Split('.').Aggregate((JsonNode?)source, (node, part) => node?[part]);

    private static HashSet<string> Blanks(string text) => [.. Blank().Matches(text).Select(blank => blank.Value)];

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Blank();
}

/// <summary>What is wrong with an own text.</summary>
/// <param name="Key">The page's text that says it.</param>
/// <param name="Values">What goes into its blanks.</param>
internal sealed record TextProblem(string Key, params object[] Values);
