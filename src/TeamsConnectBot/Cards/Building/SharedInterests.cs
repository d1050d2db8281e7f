using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Cards.Building;

/// <summary>
/// What the people of a meeting have in common, and nothing else of what they chose: it exists only once everybody said yes.
/// </summary>
/// <param name="Topics">What all of them like to talk about.</param>
/// <param name="ReaderTells">What the reader can tell about and the other would like to learn.</param>
/// <param name="OtherTells">What the other can tell about and the reader would like to learn.</param>
internal sealed record SharedInterests(
    IReadOnlyList<ListedTopic> Topics, IReadOnlyList<LocalText> ReaderTells, IReadOnlyList<LocalText> OtherTells)
{
    public static SharedInterests None { get; } = new([], [], []);

    /// <summary>The lines on the card of a meeting.</summary>
    public IEnumerable<CardElement> Lines(IReadOnlyList<Colleague> others, Reader reader)
    {
        var texts = reader.Texts.Topics;
        if (OtherTells.Count > 0)
        {
            yield return Parts.Line(texts.OtherTells.With(
                ("name", Colleague.NamesOf(others, reader.Texts)), ("topics", Shown(OtherTells, reader))));
        }

        if (ReaderTells.Count > 0)
        {
            yield return Parts.Line(texts.ReaderTells.With(("topics", Shown(ReaderTells, reader))));
        }

        if (Topics.Count > 0)
        {
            yield return Parts.Line(
                (others.Count > 1 ? texts.AllChose : texts.BothChose)
                .With(("topics", Shown(Topics.Select(topic => topic.Name), reader))));
        }
    }

    /// <summary>The opening question about something in common; the general one without it.</summary>
    /// <param name="texts">The reader's texts.</param>
    /// <param name="number">The meeting's number, which chooses the same topic and question for everybody.</param>
    public string Question(Texts texts, int number)
    {
        // The same order for both, whoever of the two tells.
        var taught = OtherTells.Concat(ReaderTells).OrderBy(topic => topic.En, StringComparer.Ordinal).ToList();
        if (taught.Count > 0)
        {
            return About(texts.Topics.LearningQuestions, taught[number % taught.Count], texts, number);
        }

        return Topics.Count == 0 ? texts.Questions[number] : Topics[number % Topics.Count] switch
        {
            { Question: { } own } => MarkdownText.Escape(own.In(texts.Language)),
            var topic => About(texts.Topics.AnyTopicQuestions, topic.Name, texts, number),
        };
    }

    public static string Shown(IEnumerable<LocalText> topics, Reader reader) =>
        string.Join(", ", topics.Select(topic => MarkdownText.Escape(topic.In(reader.Texts.Language))));

    private static string About(IReadOnlyList<Template> questions, LocalText topic, Texts texts, int number) =>
        questions[number % questions.Count].With(("topic", MarkdownText.Escape(topic.In(texts.Language))));
}
