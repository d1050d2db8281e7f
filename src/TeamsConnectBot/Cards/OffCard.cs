using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Says that the meeting is called off, without a reason.</summary>
/// <param name="GoesFirst">Whether the reader goes first in the next round; not after a question to colleagues.</param>
internal sealed record OffCard(MeetingDetails Meeting, bool GoesFirst = true) : Card
{
    public override string Summary(Texts texts) => texts.Off.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Off;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line.With(("meeting", Meeting.Title(reader.Texts)), ("when", Meeting.When(reader))));
        if (GoesFirst)
        {
            yield return Parts.Line(texts.NextTime);
        }
    }
}

internal sealed record OffTexts(string Summary, string Heading, Template Line, string NextTime);
