using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>
/// A question for everybody in the channel. People answer below it if they like; it has no buttons, and the bot reads no answers.
/// </summary>
/// <param name="Number">The question's place in the list.</param>
internal sealed record PostedQuestionCard(string Name, int Number) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.Posted.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual;
        yield return Parts.Heading(MarkdownText.Escape(Name));
        yield return Parts.Strong(texts.Questions[Number]);
        yield return Parts.Note(texts.Posted.Answer);
    }
}

/// <param name="Answer">How to answer, and that the bot does not read it.</param>
/// <param name="Confirm">What happens with a question instead of a meeting, before it is planned.</param>
/// <param name="Often">A note when there are more occurrences than questions in half a year.</param>
/// <param name="CreateUndone">The confirmation after planning it was undone.</param>
/// <param name="EndUndone">The confirmation after ending it was undone.</param>
internal sealed record PostedQuestionTexts(
    string Summary, string Answer, string Confirm, Template Often, Template CreateUndone, Template EndUndone);
