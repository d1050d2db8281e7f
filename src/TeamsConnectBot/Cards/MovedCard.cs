using NodaTime;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The connection has another moment. For everyone the same words, so that nobody learns who asked.</summary>
internal sealed record MovedCard(Meeting Meeting, Interval Was) : Card
{
    public override string Summary(Texts texts) => texts.Moved.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Moved;
        yield return Parts.Heading(Meeting.Title(reader.Texts));
        yield return Parts.Line(texts.Line);
        yield return Meeting.Facts(reader, new Fact(texts.Was, reader.Moments.Short(Was, Meeting.SpansZones)));
        yield return Meeting.Buttons(reader.Texts);
    }
}

internal sealed record MovedTexts(string Summary, string Line, string Was);
