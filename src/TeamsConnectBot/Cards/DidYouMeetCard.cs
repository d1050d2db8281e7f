using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>What the question afterwards asks about meeting three times.</summary>
internal enum SeasonQuestion
{
    /// <summary>Nothing: more than two people met.</summary>
    None,

    /// <summary>Whether to begin a season.</summary>
    Begin,

    /// <summary>In the middle of a season: whether it was enough.</summary>
    GoOn,
}

/// <summary>
/// Asks each member afterwards whether they met, to be answered with one tap. It never asks who stayed away, and says nothing about what
/// the other answered.
/// </summary>
internal sealed record DidYouMeetCard(MeetingDetails Meeting, SeasonQuestion Season = SeasonQuestion.None) : Card
{
    public override string Summary(Texts texts) => texts.DidYouMeet.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.DidYouMeet;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line.With(("meeting", Meeting.Title(reader.Texts)), ("when", Meeting.When(reader))));
        yield return Parts.Note(Season == SeasonQuestion.GoOn ? texts.SeasonPrivate : texts.Private);
        yield return Parts.Buttons(
            Parts.Button(texts.Yes, Verbs.DidMeet, Meeting.Ref),
            Season == SeasonQuestion.GoOn
                ? Parts.Button(texts.Enough, Verbs.MetEnough, Meeting.Ref)
                : Parts.Button(texts.Again, Verbs.MeetAgain, Meeting.Ref));
        if (Season == SeasonQuestion.Begin)
        {
            yield return Parts.MoreButtons(Parts.Button(texts.ThreeTimes, Verbs.MeetThreeTimes, Meeting.Ref));
        }

        yield return Parts.MoreButtons(Parts.Button(texts.No, Verbs.DidNotMeet, Meeting.Ref));
        if (Season == SeasonQuestion.Begin)
        {
            yield return Parts.Note(texts.OnThreeTimes);
        }
    }
}

internal sealed record DidYouMeetTexts(
    string Summary, string Heading, Template Line, string Private, string SeasonPrivate, string OnThreeTimes, string Yes, string Again,
    string ThreeTimes, string Enough, string No);
