using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Topics;

/// <summary>A topic that somebody chose: one of the list, or their own words.</summary>
/// <param name="Id">The same for the same topic.</param>
/// <param name="Topic">Its name, and its question if the list has one.</param>
/// <param name="IsListed">Whether it is of the list.</param>
internal sealed record UsedTopic(string Id, ListedTopic Topic, bool IsListed)
{
    /// <summary>The ways to write it: a listed topic has a name in each language.</summary>
    public IEnumerable<string> Written => new[] { Topic.Name.Nl, Topic.Name.En }.Distinct(StringComparer.Ordinal);

    /// <summary>The topics of a choice; listed ones that are no longer on the list are left out.</summary>
    public static IEnumerable<UsedTopic> Of(TopicPick pick, IReadOnlyList<ListedTopic> list) =>
    [
        .. list.Where(topic => pick.Listed.Contains(topic.Key)).Select(topic => new UsedTopic("#" + topic.Key, topic, true)),
        .. pick.Words.Select(words => new UsedTopic(WrittenWords.Bare(words), new ListedTopic(words, new(words, words), null), false)),
    ];

    /// <summary>Whether two topics are the same, or one is part of the other. Two topics of the list are never the same.</summary>
    public bool Fits(UsedTopic other) => Id == other.Id
        || (!(IsListed && other.IsListed) && Written.Any(one => other.Written.Any(two => TopicMatch.Fits(one, two))));
}
