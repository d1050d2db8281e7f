using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Says until when the pause lasts, and how to end it sooner. Sent again as a new message on the day before it ends.</summary>
internal sealed record PausedCard(CardRef Ref, Instant Until, bool EndsSoon = false) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.Paused.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Paused;
        var until = ("date", reader.Moments.Date(Until));
        yield return Parts.Heading((EndsSoon ? texts.EndsSoon : texts.Heading).With(until));
        yield return Parts.Line(EndsSoon ? texts.EndsSoonLine : texts.Line);
        var resume = Parts.Button(texts.Resume, Verbs.Resume, Ref);
        yield return EndsSoon ? Parts.Buttons(resume, Parts.Button(texts.Longer, Verbs.PauseLonger, Ref)) : Parts.Buttons(resume);
    }
}

internal sealed record PausedTexts(
    string Summary, Template Heading, string Line, Template EndsSoon, string EndsSoonLine, string Resume, string Longer);
