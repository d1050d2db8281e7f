using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Asks each member afterwards whether they met, to be answered with one tap. It never asks who stayed away.</summary>
internal sealed record DidYouMeetCard(MeetingDetails Meeting) : Card
{
    public override string Summary(Texts texts) => texts.DidYouMeet.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.DidYouMeet;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line.With(("meeting", Meeting.Title(reader.Texts)), ("when", Meeting.When(reader))));
        yield return Parts.Note(texts.Private);
        yield return Parts.Buttons(
            Parts.Button(texts.Yes, Verbs.DidMeet, Meeting.Ref), Parts.Button(texts.Again, Verbs.MeetAgain, Meeting.Ref));
        yield return Parts.MoreButtons(Parts.Button(texts.No, Verbs.DidNotMeet, Meeting.Ref));
    }
}

internal sealed record DidYouMeetTexts(string Summary, string Heading, Template Line, string Private, string Yes, string Again, string No);
