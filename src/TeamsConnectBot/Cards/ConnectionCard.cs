using NodaTime;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Everyone said yes: who, when, exactly where, who says hello first, and something to begin with.</summary>
/// <param name="Opener">Who says hello first; null when it is the reader.</param>
/// <param name="Question">Which opening question; the same number is the same question in every language.</param>
internal sealed record ConnectionCard(Meeting Meeting, Colleague? Opener, int Question) : Card
{
    public override string Summary(Texts texts) => texts.Connection.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Connection;
        yield return Parts.Heading(Meeting.Title(reader.Texts));
        yield return Meeting.Facts(reader, new Fact(texts.Opens, Opener?.Shown(reader.Texts) ?? texts.You));
        yield return OpeningQuestion.Build(reader.Texts, Question);
        yield return Parts.Note(texts.Closing(reader, Meeting.Slot));
        yield return Meeting.Buttons(reader.Texts);
    }
}

internal sealed record ConnectionTexts(
    string Summary, string Opens, string You, string QuestionLabel, Template Ends, string NoRecording)
{
    public string Closing(Reader reader, Interval slot) =>
        Ends.With(("time", reader.Moments.Clock(slot.End))) + " " + NoRecording;
}
