using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules;

namespace TeamsConnectBot.Cards;

/// <summary>Why somebody was invited: the rule's own words and the facts stored at that time, never recalculated.</summary>
/// <param name="Ref">The invitation.</param>
/// <param name="RuleSentence">The rule's 'why'.</param>
/// <param name="Facts">What counted.</param>
/// <param name="WhatItDoes">What the rule does, in its one sentence; null once the invitation no longer says which rule it was.</param>
internal sealed record WhyCard(CardRef Ref, string RuleSentence, IReadOnlyList<NeedFact> Facts, string? WhatItDoes = null) : Card
{
    public override string Summary(Texts texts) => texts.Why.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Why;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Rule.With(("rule", MarkdownText.Escape(RuleSentence))));
        if (WhatItDoes is { } sentence)
        {
            yield return Parts.Line(texts.Sentence.With(("sentence", MarkdownText.Escape(sentence))));
        }

        yield return Parts.SubHeading(texts.FactsHeading);
        yield return Facts.Count == 0 ? Parts.Tight(texts.NoFacts) : Parts.Bullets(Facts.Select(fact => texts.Facts.For(fact)));
        yield return Parts.Note(texts.Reach);
        yield return Parts.Buttons(
            Parts.Button(texts.Back, Verbs.InvitationShow, Ref), Parts.Button(texts.Preferences, Verbs.OpenPreferences, Ref));
    }
}

internal sealed record WhyTexts(
    string Summary, string Heading, Template Rule, Template Sentence, string FactsHeading, NeedFactTexts Facts, string NoFacts,
    string Reach, string Back, string Preferences);
