using System.Collections.Immutable;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Topics;

/// <summary>
/// Turns topics into keys for the matching: two people share a key exactly when a topic of one fits a topic of the other. A key is a topic,
/// or two topics that fit, because fitting is not transitive: 'garden' fits 'garden birds', which fits 'birds'.
/// </summary>
internal sealed class TopicKeys
{
    private readonly IReadOnlyList<ListedTopic> list;
    private readonly Dictionary<string, List<string>> keysOf = new(StringComparer.Ordinal);

    /// <param name="all">The choices of everybody in a round.</param>
    /// <param name="list">The topics to choose from.</param>
    public TopicKeys(IEnumerable<TopicPick> all, IReadOnlyList<ListedTopic> list)
    {
        this.list = list;
        var topics = all.SelectMany(pick => UsedTopic.Of(pick, list)).DistinctBy(topic => topic.Id, StringComparer.Ordinal)
            .OrderBy(topic => topic.Id, StringComparer.Ordinal).ToList();
        var byWord = topics.SelectMany(topic => WordsOf(topic).Select(word => (word, topic))).ToLookup(one => one.word, one => one.topic);
        foreach (var topic in topics)
        {
            keysOf[topic.Id] = [topic.Id];
        }

        foreach (var topic in topics)
        {
            // Topics that fit have a word in common.
            var others = WordsOf(topic).SelectMany(word => byWord[word]).DistinctBy(other => other.Id, StringComparer.Ordinal)
                .Where(other => string.CompareOrdinal(topic.Id, other.Id) < 0 && topic.Fits(other));
            foreach (var other in others)
            {
                var key = $"{topic.Id}|{other.Id}";
                keysOf[topic.Id].Add(key);
                keysOf[other.Id].Add(key);
            }
        }
    }

    /// <summary>The keys of one person's choice, which is among those of the round.</summary>
    public ImmutableHashSet<string> Of(TopicPick pick) => [.. UsedTopic.Of(pick, list).SelectMany(topic => keysOf[topic.Id])];

    private static HashSet<string> WordsOf(UsedTopic topic) =>
        [.. topic.Written.SelectMany(written => WrittenWords.Bare(written).Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
