using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rituals.Texts;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>One precise question, with a button for each possible meaning.</summary>
/// <param name="Options">At most four, of a few words each.</param>
/// <param name="Heading">Null for a question about what somebody typed.</param>
internal sealed record RitualQuestionCard(CardRef Ref, string Question, IReadOnlyList<string> Options, string? Heading = null) : Card
{
    // Phones cut off a longer title.
    private const int LongestTitle = 34;

    private static readonly string[] OptionVerbs = [Verbs.RitualOption1, Verbs.RitualOption2, Verbs.RitualOption3, Verbs.RitualOption4];

    /// <summary>The index of a verb's option; null when the verb is not an option.</summary>
    public static int? OptionOf(string verb) => Array.IndexOf(OptionVerbs, verb) is >= 0 and var index ? index : null;

    public override string Summary(Texts texts) => texts.Ritual.Question.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        yield return Parts.Heading(Heading is null ? reader.Texts.Ritual.Question.Heading : MarkdownText.Escape(Heading));
        yield return Parts.Line(MarkdownText.Escape(Question));
        var clean = Options.Select(Title).ToList();
        var titles = AnswerTexts.Buttons(clean, LongestTitle);
        for (var index = 0; index < titles.Length; index++)
        {
            if (titles[index] != clean[index])
            {
                yield return Parts.Line(MarkdownText.Escape(Options[index]));
            }

            yield return Parts.MoreButtons(Parts.Button(titles[index], OptionVerbs[index], Ref));
        }
    }

    // A button's title is not markdown and cannot be escaped, so markup characters are removed.
    private static string Title(string option) =>
        string.Concat(MarkdownText.Clean(option).Where(letter => letter is not ('[' or '<' or '`' or '{'))).Replace('!', '.');
}

internal sealed record RitualQuestionTexts(
    string Summary, string Heading, string WhichRitual, string WhatName, string WhichZone, string WhichTeam, Template OnceOrAlways,
    string Once, string Always, Template WhichTime, Template UndoNext, string UndoIt, Template Cancel, string SkipNext, string End);
