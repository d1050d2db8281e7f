using System.Globalization;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.BotFramework.Cards.Inputs;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Three questions about belonging, and what happens to the answers.</summary>
internal sealed record CheckInCard(CardRef Ref, bool IsIncomplete = false) : Card
{
    public override string Summary(Texts texts) => texts.CheckIn.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.CheckIn;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Counted);
        yield return Parts.Note(texts.Shown);
        foreach (var (question, index) in texts.Questions.Select((question, index) => (question, index)))
        {
            yield return new InputChoiceSet
            {
                Id = Inputs.CheckIn[index],
                Label = question,
                IsRequired = true,
                ErrorMessage = texts.Error,
                Placeholder = texts.Choose,
                Choices = [.. texts.Answers.Select((answer, place) => new Choice(answer, (place + 1).ToString(CultureInfo.InvariantCulture)))],
            };
        }

        if (IsIncomplete) yield return Parts.Strong(texts.Error);
        yield return Parts.Buttons(Parts.Send(texts.Send, Verbs.SendCheckIn, Ref));
    }
}

/// <summary>Someone's answers, on their own card and nowhere else; or that they have answered, when that is all that is known.</summary>
internal sealed record CheckedInCard(IReadOnlyList<int>? Own) : Card
{
    public override string Summary(Texts texts) => texts.CheckIn.Summary;

    public override string ToString() => "a check-in";

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.CheckIn;
        yield return Parts.Heading(Own is null ? texts.Already : texts.Thanks);
        if (Own is { } own) yield return Parts.Bullets(texts.Questions.Select((question, index) => $"{question} **{texts.Answers[own[index] - 1]}**"));
        yield return Parts.Note(texts.OnlyHere);
    }
}

/// <param name="Questions">Three, in the same order in every language.</param>
/// <param name="Answers">Five, from not at all to fully.</param>
internal sealed record CheckInTexts(
    string Summary,
    string Heading,
    string Counted,
    string Shown,
    IReadOnlyList<string> Questions,
    IReadOnlyList<string> Answers,
    string Choose,
    string Error,
    string Send,
    string Thanks,
    string Already,
    string OnlyHere);
