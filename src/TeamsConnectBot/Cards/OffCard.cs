using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Cards;

/// <summary>Says that the meeting is called off.</summary>
/// <param name="GoesFirst">Whether the reader goes first in the next round; not after a question to colleagues.</param>
/// <param name="Sentence">The sentence that whoever called it off chose for the reader; null for none, as by default.</param>
internal sealed record OffCard(MeetingDetails Meeting, CallOffSentence? Sentence = null, bool GoesFirst = true) : Card
{
    public override string Summary(Texts texts) => texts.Off.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Off;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line.With(("meeting", Meeting.Title(reader.Texts)), ("when", Meeting.When(reader))));
        if (Sentence is { } sentence)
        {
            var told = reader.Texts.CallOff;
            yield return Parts.Line(told.Told.With(
                ("name", Colleague.NamesOf(Meeting.Others, reader.Texts)), ("sentence", told.For(sentence))));
        }

        if (GoesFirst)
        {
            yield return Parts.Line(texts.NextTime);
        }
    }
}

internal sealed record OffTexts(string Summary, string Heading, Template Line, string NextTime);
