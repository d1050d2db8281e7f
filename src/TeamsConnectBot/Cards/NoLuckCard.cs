using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>
/// Says that no meeting follows from the reader's yes, because the ticked times matched nobody else's. Its notification is the same as
/// that of a meeting.
/// </summary>
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
