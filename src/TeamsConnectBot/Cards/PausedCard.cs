using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Says until when the pause lasts, and how to end it sooner. Sent again as a new message before it ends.</summary>
internal sealed record PausedCard(CardRef Ref, Instant Until, bool EndsSoon = false) : Card
{
    /// <summary>Whether they are told before it ends; a short pause ends without a message.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether the pause took a yes back that they had given.</summary>
    public bool TookYesBack { get; init; }

    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.Paused.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Paused;
        var until = ("date", reader.Moments.Date(Until));
        yield return Parts.Heading((EndsSoon ? texts.EndsSoon : texts.Heading).With(until));
        yield return Parts.Line(EndsSoon ? texts.EndsSoonLine : IsTold ? $"{texts.Line} {texts.Told}" : texts.Line);
        if (TookYesBack)
        {
            yield return Parts.Line(texts.TookYesBack);
        }

        var resume = Parts.Button(texts.Resume, Verbs.Resume, Ref);
        yield return EndsSoon ? Parts.Buttons(resume, Parts.Button(texts.Longer, Verbs.PauseLonger, Ref)) : Parts.Buttons(resume);
    }
}

internal sealed record PausedTexts(
    string Summary, Template Heading, string Line, string Told, string TookYesBack, Template EndsSoon, string EndsSoonLine, string Resume,
    string Longer);
