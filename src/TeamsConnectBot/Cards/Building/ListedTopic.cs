using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Cards.Building;

/// <summary>A topic of the list that people choose from.</summary>
/// <param name="Key">Under which choices are stored; it stays when the name changes.</param>
/// <param name="Name">Its name in both languages.</param>
/// <param name="Question">The opening question about it, in both languages; null for a general one.</param>
internal sealed record ListedTopic(string Key, LocalText Name, LocalText? Question)
{
    /// <summary>The list that holds until an organisation keeps one of its own.</summary>
    public static IReadOnlyList<ListedTopic> Shipped { get; } =
    [
        .. Enum.GetValues<Topic>().Select(topic => new ListedTopic(
            $"{topic}", InBoth(texts => texts.TopicNames.For(topic)), InBoth(texts => texts.TopicQuestions.For(topic)))),
    ];

    private static LocalText InBoth(Func<TopicsTexts, string> text) => new(text(Texts.For("nl").Topics), text(Texts.For("en").Topics));
}
