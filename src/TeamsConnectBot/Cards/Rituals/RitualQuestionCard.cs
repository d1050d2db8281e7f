using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rituals.Texts;

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
        var clean = Options.Select(Title).ToList();
        var titles = AnswerTexts.Buttons(clean, LongestTitle);
        for (var index = 0; index < titles.Length; index++)
        {
            if (titles[index] != clean[index]) yield return Parts.Line(MarkdownText.Escape(Options[index]));
            yield return Parts.MoreButtons(Parts.Button(titles[index], OptionVerbs[index], Ref));
        }
    }

    // A title is no markdown, so what would be markup can't be escaped; it goes.
    private static string Title(string option) =>
        string.Concat(MarkdownText.Clean(option).Where(letter => letter is not ('[' or '<' or '`' or '{'))).Replace('!', '.');
}

internal sealed record RitualQuestionTexts(
    string Summary, string Heading, string WhichRitual, string WhatName, string WhichZone, string WhichTeam, Template OnceOrAlways,
    string Once, string Always, Template WhichTime, Template UndoNext, string UndoIt, Template Cancel, string SkipNext, string End);
