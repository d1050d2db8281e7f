using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

internal enum MeetingOutcome
{
    Met, AgainPlease, ThreeTimes, DidNotMeet,
}

/// <summary>Confirms the answer to 'did you meet?'. Saying thanks is left to people: the button only opens the chat.</summary>
internal sealed record ThanksCard(MeetingOutcome Answer, IReadOnlyList<Colleague> Others) : Card
{
    public override string Summary(Texts texts) => texts.Thanks.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Thanks;
        yield return Parts.Line(Answer switch
        {
            MeetingOutcome.Met => texts.Met,
            MeetingOutcome.AgainPlease => texts.AgainPlease,
            MeetingOutcome.ThreeTimes => texts.ThreeTimes,
            _ => texts.DidNotMeet,
        });
        if (Answer != MeetingOutcome.DidNotMeet && Colleague.ChatLink(reader.Cloud, Others) is { } chat)
        {
            yield return Parts.Buttons(Parts.Link(texts.SayThanks, chat));
        }
    }
}

internal sealed record ThanksTexts(string Summary, string Met, string AgainPlease, string ThreeTimes, string DidNotMeet, string SayThanks);
