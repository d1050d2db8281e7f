using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Says that the meeting was moved. Everyone gets the same words, so that nobody learns who asked.</summary>
internal sealed record MovedCard(MeetingDetails Meeting, Interval Was) : Card
{
    public override string Summary(Texts texts) => texts.Moved.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Moved;
        yield return Parts.Heading(Meeting.Title(reader.Texts));
        yield return Parts.Line(texts.Line);
        foreach (var element in Meeting.WhenAndWhere(reader))
        {
            yield return element;
        }

        yield return Parts.Note(texts.Was.With(("when", reader.Moments.Long(Was, Meeting.SpansZones))));
        foreach (var element in Meeting.Buttons(reader))
        {
            yield return element;
        }
    }
}

internal sealed record MovedTexts(string Summary, string Line, Template Was);
