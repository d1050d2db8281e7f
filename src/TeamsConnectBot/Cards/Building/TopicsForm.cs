using System.Text.Json;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Cards.Building;

/// <summary>One question of the topics card: what was chosen from the list, and what was typed.</summary>
/// <param name="Listed">Keys of topics of the list.</param>
/// <param name="Typed">Topics in somebody's own words, separated by commas, as they typed them.</param>
internal sealed record TopicsAnswer(IReadOnlyList<string> Listed, string Typed)
{
    public static TopicsAnswer None { get; } = new([], "");

    // Keeps the words out of logs.
    public override string ToString() => "topics that somebody chose";

    /// <summary>The topics that were typed, each on one line and once.</summary>
    public IReadOnlyList<string> Words =>
    [
        .. Typed.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(OwnWords.OnOneLine).Where(word => word.Length > 0)
            .DistinctBy(word => WrittenWords.Bare(word), StringComparer.Ordinal),
    ];
}

/// <summary>What somebody filled in on the topics card.</summary>
/// <param name="Talk">What they like to talk about.</param>
/// <param name="Tell">What they can tell about.</param>
/// <param name="Learn">What they would like to learn about.</param>
internal sealed record TopicsForm(TopicsAnswer Talk, TopicsAnswer Tell, TopicsAnswer Learn)
{
    /// <summary>The most topics of one's own a question takes, and the most of any kind for learning.</summary>
    public const int Most = 5;

    /// <summary>The most characters of a topic.</summary>
    public const int Longest = 40;

    /// <summary>The most characters of a field; more than the topics need, so that a problem is told and nothing is cut off.</summary>
    public const int LongestField = 400;

    /// <summary>The form as filled in, valid or not; a question that the card did not ask stays as it was.</summary>
    public static TopicsForm Filled(JsonElement data, TopicsForm otherwise) => new(
        Filled(data, Inputs.Topics, Inputs.TopicWords, otherwise.Talk),
        Filled(data, Inputs.TellTopics, Inputs.TellWords, otherwise.Tell),
        Filled(data, Inputs.LearnTopics, Inputs.LearnWords, otherwise.Learn));

    /// <summary>What is wrong with the first invalid field, or that there was no data at all; null when everything is valid.</summary>
    public static string? Problem(JsonElement data, TopicsForm filled, IReadOnlyList<ListedTopic> list, Texts texts)
    {
        var own = texts.Topics;
        if (!PreferencesForm.Has(data, Inputs.TopicWords))
        {
            return texts.Preferences.NothingCame;
        }

        return ProblemOf(filled.Talk, own.Talk, isForLearning: false) ?? ProblemOf(filled.Tell, own.Tell, isForLearning: true)
            ?? ProblemOf(filled.Learn, own.Learn, isForLearning: true);

        string? ProblemOf(TopicsAnswer answer, ChoiceTexts question, bool isForLearning)
        {
            if (answer.Listed.Except(list.Select(topic => topic.Key)).Any())
            {
                return question.Named;
            }

            return answer.Words.Count + (isForLearning ? answer.Listed.Count : 0) > Most
                ? own.TooMany.With(("question", question.Label), ("count", $"{Most}"))
                : answer.Words.Select(word => ProblemOfWord(word, own)).FirstOrDefault(problem => problem is not null);
        }
    }

    private static string? ProblemOfWord(string word, TopicsTexts texts) => OwnWords.Problem(word, Longest) switch
    {
        null => null,
        OwnWordsProblem.TooLong => texts.TooLong.With(("topic", Shortened(word)), ("count", $"{Longest}")),
        OwnWordsProblem.Link => texts.Link,
        OwnWordsProblem.Mention => texts.Mention,
        _ => texts.NoWords.With(("topic", Shortened(word))),
    };

    private static string Shortened(string word) => MarkdownText.Escape(word.Length > Longest ? word[..Longest] + "…" : word);

    private static TopicsAnswer Filled(JsonElement data, string listed, string typed, TopicsAnswer otherwise) => new(
        PreferencesForm.Has(data, listed) ? PreferencesForm.Values(data, listed) : otherwise.Listed,
        PreferencesForm.Has(data, typed) ? PreferencesForm.Text(data, typed) : otherwise.Typed);
}
