using NodaTime;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>After stopping: nothing is read or sent any more; erasing everything is a choice of its own.</summary>
/// <param name="GoesAt">When what is kept goes by itself; null where nothing is kept for a while.</param>
internal sealed record StoppedCard(CardRef Ref, Instant? GoesAt) : Card
{
    public override string Summary(Texts texts) => texts.Stopped.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Stopped;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        if (GoesAt is { } goes) yield return Parts.Line(texts.Kept.With(("date", reader.Moments.Date(goes))));
        yield return Parts.Buttons(Parts.Button(texts.Join, Verbs.ShowWelcome, Ref));
        yield return Parts.MoreButtons(Parts.Button(texts.Forget, Verbs.AskForget, Ref));
    }
}

internal sealed record StoppedTexts(string Summary, string Heading, string Line, Template Kept, string Forget, string Join);
