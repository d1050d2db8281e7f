using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Cards;

/// <summary>
/// The step before a meeting is moved or called off. It says what the other will be told and when: never a reason, unless the reader
/// chooses a sentence for them. Until then the choice can be changed.
/// </summary>
/// <param name="OtherMoments">Slots that everyone shares, at most three; empty when there are none.</param>
/// <param name="Decision">When the choice is carried out; without a choice the meeting is called off.</param>
/// <param name="Chosen">The index of the slot chosen so far; negative for calling it off, null for no choice.</param>
/// <param name="Sentence">The sentence chosen for the other person; null for none.</param>
/// <param name="IsIncomplete">Whether a move was requested without choosing a slot.</param>
/// <param name="GoesFirst">Whether both go first in the next round when it is off; not after a question to colleagues.</param>
internal sealed record CantMakeItCard(
    MeetingDetails Meeting, IReadOnlyList<Interval> OtherMoments, Instant Decision, int? Chosen = null, CallOffSentence? Sentence = null,
    bool IsIncomplete = false, bool GoesFirst = true) : Card
{
    public override string Summary(Texts texts) => texts.CantMakeIt.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.CantMakeIt;
        var canMove = OtherMoments.Count > 0;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Tight(Meeting.When(reader));
        if (SoFar(texts, reader) is { } noted)
        {
            yield return Parts.Line(noted);
        }

        if (canMove)
        {
            yield return Choice(texts, reader);
            yield return Parts.Note(texts.OnMove);
        }
        else
        {
            yield return Parts.Line(GoesFirst ? texts.NothingElse : texts.NothingElseInTime);
        }

        yield return Parts.Note(texts.OnCallOff);
        yield return SentenceChoice.Build(reader.Texts.CallOff, Sentence);
        yield return Parts.Note(reader.Texts.CallOff.Note);
        yield return Parts.Note(texts.Decision.With(("time", reader.Moments.Clock(Decision))));
        if (IsIncomplete)
        {
            yield return Parts.Strong(texts.Moment.Error);
        }

        var callOff = Parts.Submit(texts.CallOff, Verbs.MeetingCallOff, Meeting.Ref);
        yield return canMove ? Parts.Buttons(Parts.Send(texts.Move, Verbs.MeetingMove, Meeting.Ref), callOff) : Parts.Buttons(callOff);
        yield return Parts.MoreButtons(Parts.Button(texts.Keep, Verbs.MeetingKeep, Meeting.Ref));
    }

    private string? SoFar(CantMakeItTexts texts, Reader reader) => Chosen switch
    {
        null => null,
        < 0 when Sentence is { } sentence =>
            texts.NotedOff + " " + texts.NotedSentence.With(("sentence", reader.Texts.CallOff.For(sentence))),
        < 0 => texts.NotedOff,
        { } index when index >= OtherMoments.Count => null,
        { } index => texts.NotedMove.With(("when", reader.Moments.Short(OtherMoments[index], Meeting.SpansZones))),
    };

    // Not required, because the button that calls it off sends the card's inputs too; the handler asks for a moment when it is missing.
    private InputChoiceSet Choice(CantMakeItTexts texts, Reader reader) => new()
    {
        Id = Inputs.Moment,
        Label = texts.Moment.Label,
        Style = ChoiceInputStyle.Expanded,
        Choices = [.. OtherMoments.Select((moment, index) =>
            new Choice(reader.Moments.Short(moment, Meeting.SpansZones), $"{index}"))],
        Value = Chosen is { } chosen and >= 0 ? $"{chosen}" : null,
    };
}

internal sealed record CantMakeItTexts(
    string Summary, string Heading, ChoiceTexts Moment, string NothingElse, string NothingElseInTime, string GroupGoesOn,
    string TooLateToMove, string OnMove, string OnCallOff, Template Decision, Template NotedMove, string NotedOff,
    Template NotedSentence, string Move, string CallOff, string Keep);
