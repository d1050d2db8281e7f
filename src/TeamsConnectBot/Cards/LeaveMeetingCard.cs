using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>
/// Asks once more before somebody leaves a meeting at once: a group that goes on without them, or a meeting of two that starts too soon to
/// be moved.
/// </summary>
internal sealed record LeaveMeetingCard(MeetingDetails Meeting) : Card
{
    public override string Summary(Texts texts) => texts.CantMakeIt.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var (texts, isPair) = (reader.Texts.CantMakeIt, Meeting.Others.Count < 2);
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Tight(Meeting.When(reader));
        yield return Parts.Note(isPair ? texts.TooLateToMove : texts.GroupGoesOn);
        if (isPair)
        {
            yield return SentenceChoice.Build(reader.Texts.CallOff, null);
            yield return Parts.Note(reader.Texts.CallOff.Note);
        }

        yield return Parts.Buttons(
            Parts.Submit(texts.CallOff, Verbs.MeetingLeave, Meeting.Ref), Parts.Button(texts.Keep, Verbs.MeetingKeep, Meeting.Ref));
    }
}
