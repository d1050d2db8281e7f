using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>The asker's question is on its way. It says nothing about who was asked, how many, or when.</summary>
/// <param name="HearBy">When the asker hears at the latest.</param>
internal sealed record QuestionSentCard(CardRef Ref, HelpQuestion Question, Instant HearBy) : Card
{
    public override string Summary(Texts texts) => texts.Helping.Sent.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.Sent;
        yield return Parts.Heading(texts.Heading);
        yield return Question.Quoted();
        yield return Parts.Line(reader.Texts.Helping.WhatOf(Question, reader));
        yield return Parts.Line(texts.Hear.With(("hear", reader.Moments.Moment(HearBy))));
        yield return Parts.Note(texts.WayBack);
        yield return Parts.Buttons(Parts.Button(texts.TakeBack, Verbs.HelpWithdraw, Ref));
    }
}

internal sealed record QuestionSentTexts(string Summary, string Heading, Template Hear, string WayBack, string TakeBack);
