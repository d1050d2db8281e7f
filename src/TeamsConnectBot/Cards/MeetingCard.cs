using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Cards;

/// <summary>The reveal after everyone said yes: who, when, exactly where, who says hello first, and an opening question.</summary>
/// <param name="Opener">Who says hello first; null when it is the reader.</param>
/// <param name="Question">
/// Which opening question, general or about something in common; the same number is the same question in every language.
/// </param>
internal sealed record MeetingCard(MeetingDetails Meeting, Colleague? Opener, int Question) : Card
{
    public override string Summary(Texts texts) => texts.Connection.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Connection;
        yield return Parts.Heading(Meeting.Title(reader.Texts));
        foreach (var element in Meeting.WhenAndWhere(reader))
        {
            yield return element;
        }

        if (Meeting.SeasonTime is { } time)
        {
            yield return Parts.Line(time < Season.MostTimes ? texts.SecondTime : texts.LastTime);
        }

        yield return Parts.Line(texts.WhoOpens(Opener, reader.Texts));
        foreach (var line in Meeting.InCommon.Lines(Meeting.Others, reader))
        {
            yield return line;
        }

        yield return OpeningQuestion.Build(reader.Texts, Meeting.InCommon.Question(reader.Texts, Question));
        yield return Parts.Note(texts.Closing(reader, Meeting.Slot));
        foreach (var element in Meeting.Buttons(reader))
        {
            yield return element;
        }
    }
}

internal sealed record MeetingTexts(
    string Summary, string SecondTime, string LastTime, Template Opens, string YouOpen, string QuestionLabel, Template Ends,
    string NoRecording)
{
    public string WhoOpens(Colleague? opener, Texts texts) => opener is null ? YouOpen : Opens.With(("name", opener.Shown(texts)));

    public string Closing(Reader reader, Interval slot) => Ends.With(("time", reader.Moments.Clock(slot.End))) + " " + NoRecording;
}
