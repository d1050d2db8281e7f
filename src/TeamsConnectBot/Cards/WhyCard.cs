using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules;

namespace TeamsConnectBot.Cards;

/// <summary>Why somebody was invited: the rule's own sentence and the facts stored at that time, never recalculated.</summary>
internal sealed record WhyCard(CardRef Ref, string RuleSentence, IReadOnlyList<NeedFact> Facts) : Card
{
    public override string Summary(Texts texts) => texts.Why.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Why;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Rule.With(("rule", MarkdownText.Escape(RuleSentence))));
        yield return Parts.SubHeading(texts.FactsHeading);
        yield return Facts.Count == 0 ? Parts.Tight(texts.NoFacts) : Parts.Bullets(Facts.Select(fact => texts.Facts.For(fact)));
        yield return Parts.Note(texts.Reach);
        yield return Parts.Buttons(
            Parts.Button(texts.Back, Verbs.InvitationShow, Ref), Parts.Button(texts.Preferences, Verbs.OpenPreferences, Ref));
    }
}

internal sealed record WhyTexts(
    string Summary, string Heading, Template Rule, string FactsHeading, NeedFactTexts Facts, string NoFacts, string Reach, string Back,
    string Preferences);
