using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Confirms stopping: nothing is read or sent any more. Erasing everything is a separate choice.</summary>
/// <param name="DeletedAt">When the remaining data is deleted automatically; null when no date is set.</param>
internal sealed record StoppedCard(CardRef Ref, Instant? DeletedAt) : Card
{
    public override string Summary(Texts texts) => texts.Stopped.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Stopped;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        if (DeletedAt is { } deleted)
        {
            yield return Parts.Line(texts.Kept.With(("date", reader.Moments.Date(deleted))));
        }

        yield return Parts.Buttons(Parts.Button(texts.Join, Verbs.ShowWelcome, Ref));
        yield return Parts.MoreButtons(Parts.Button(texts.Forget, Verbs.AskForget, Ref));
    }
}

internal sealed record StoppedTexts(string Summary, string Heading, string Line, Template Kept, string Forget, string Join);
