using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>
/// Confirms that everything was erased, and says what remains and why. It has no buttons, because no row is left for them to refer to.
/// </summary>
internal sealed record ForgottenCard : Card
{
    public override string Summary(Texts texts) => texts.Forgotten.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Forgotten;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        yield return Parts.Note(texts.Remains);
    }
}

internal sealed record ForgottenTexts(string Summary, string Heading, string Line, string Remains);
