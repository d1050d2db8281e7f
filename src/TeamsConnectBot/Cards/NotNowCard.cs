using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The answer to 'not now' on the welcome: nothing happens, and the person can still join later.</summary>
internal sealed record NotNowCard(CardRef Ref) : Card
{
    public override string Summary(Texts texts) => texts.NotNow.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.NotNow;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        yield return Parts.Buttons(Parts.Button(texts.Reconsider, Verbs.ShowWelcome, Ref));
    }
}

internal sealed record NotNowTexts(string Summary, string Heading, string Line, string Reconsider);
