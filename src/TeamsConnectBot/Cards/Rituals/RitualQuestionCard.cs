using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>One precise question, with a button for each thing it can mean.</summary>
/// <param name="Options">At most four, in a few words each.</param>
/// <param name="Heading">Null for a question about what somebody typed.</param>
internal sealed record RitualQuestionCard(CardRef Ref, string Question, IReadOnlyList<string> Options, string? Heading = null) : Card
{
    // A longer title is cut off on a phone.
    private const int LongestTitle = 34;

    private static readonly string[] OptionVerbs = [Verbs.RitualOption1, Verbs.RitualOption2, Verbs.RitualOption3, Verbs.RitualOption4];

    /// <summary>Which option a verb is; null when it is none.</summary>
    public static int? OptionOf(string verb) => Array.IndexOf(OptionVerbs, verb) is >= 0 and var index ? index : null;

    public override string Summary(Texts texts) => texts.Ritual.Question.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        yield return Parts.Heading(Heading is null ? reader.Texts.Ritual.Question.Heading : MarkdownText.Escape(Heading));
        yield return Parts.Line(MarkdownText.Escape(Question));
        foreach (var (option, verb) in Options.Zip(OptionVerbs))
        {
            yield return Parts.MoreButtons(Parts.Button(Title(option), verb, Ref));
        }
    }

    // A title is no markdown, so what would be markup can't be escaped; it goes.
    private static string Title(string option)
    {
        var clean = string.Concat(MarkdownText.Clean(option).Where(letter => letter is not ('[' or '<' or '`' or '{'))).Replace('!', '.');
        if (clean.Length <= LongestTitle) return clean;

        // What options differ in is mostly the time, and that comes last.
        var last = clean[clean.LastIndexOf(' ')..];
        return last.Length > LongestTitle / 2 ? clean[..(LongestTitle - 1)].TrimEnd() + "…" : clean[..(LongestTitle - 1 - last.Length)].TrimEnd() + "…" + last;
    }
}

internal sealed record RitualQuestionTexts(
    string Summary, string Heading, string WhichRitual, string WhatName, string WhichZone, string WhichTeam, Template OnceOrAlways, string Once, string Always);
