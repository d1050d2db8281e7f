using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.CheckIns;

/// <summary>Three questions about belonging, and what happens to the answers.</summary>
internal sealed record CheckInCard(CardRef Ref, bool IsIncomplete = false) : Card
{
    /// <summary>The keys of the three answers, 1 to 5 each, in the order of the questions.</summary>
    public static readonly IReadOnlyList<string> AnswerInputs = ["belonging", "support", "talked"];

    public override string Summary(Texts texts) => texts.CheckIn.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.CheckIn;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Counted);
        yield return Parts.Note(texts.Shown);
        foreach (var (id, question) in AnswerInputs.Zip(texts.Questions))
        {
            yield return new InputChoiceSet
            {
                Id = id, Label = question, IsRequired = true, ErrorMessage = texts.Error, Placeholder = texts.Choose,
                Choices =
                    [.. texts.Answers.Select((answer, index) => new Choice(answer, $"{index + 1}"))],
            };
        }

        if (IsIncomplete)
        {
            yield return Parts.Strong(texts.Error);
        }

        yield return Parts.Buttons(Parts.Send(texts.Send, Verbs.SendCheckIn, Ref));
    }
}

/// <summary>Says from when on somebody who joined this month can answer.</summary>
internal sealed record CheckInLaterCard(LocalDate From) : Card
{
    public override string Summary(Texts texts) => texts.CheckIn.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.CheckIn;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Later.With(("day", reader.Moments.Date(From))));
    }
}

/// <summary>Shows somebody their own answers, on this card only; if they answered earlier, it only says that they did.</summary>
internal sealed record CheckedInCard(IReadOnlyList<int>? Own) : Card
{
    public override string Summary(Texts texts) => texts.CheckIn.Summary;

    public override string ToString() => "a check-in";

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.CheckIn;
        yield return Parts.Heading(Own is null ? texts.Already : texts.Thanks);
        if (Own is { } own)
        {
            yield return Parts.Bullets(
            texts.Questions.Zip(own, (question, answer) => $"{question} **{texts.Answers[answer - 1]}**"));
        }

        yield return Parts.Note(texts.OnlyHere);
    }
}
