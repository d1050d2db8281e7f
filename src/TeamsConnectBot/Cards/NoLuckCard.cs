using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>A yes that fitted nobody else's times. Its notification is the same as that of a meeting.</summary>
internal sealed record NoLuckCard : Card
{
    public override string Summary(Texts texts) => texts.NoLuck.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        yield return Parts.Heading(reader.Texts.NoLuck.Heading);
        yield return Parts.Line(reader.Texts.NoLuck.Line);
    }
}

internal sealed record NoLuckTexts(string Summary, string Heading, string Line);
