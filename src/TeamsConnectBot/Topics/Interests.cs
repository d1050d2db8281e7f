using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Data;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Topics;

/// <summary>What people have in common: for the matching, and for a card once everybody said yes.</summary>
internal sealed class Interests(Database database, OwnSettings settings)
{
    // Databases allow only so many values in a query.
    private const int MostAsked = 500;

    /// <summary>The members with what they like to talk about and to learn.</summary>
    public async Task<IReadOnlyList<PoolMember>> AddToAsync(IReadOnlyList<PoolMember> members, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            async db =>
            {
                var ids = members.Select(member => member.Id).ToList();
                return ids.Count > MostAsked
                    ? await db.PersonTopics.ToListAsync(cancellationToken)
                    : await db.PersonTopics.Where(row => ids.Contains(row.PersonId)).ToListAsync(cancellationToken);
            },
            cancellationToken);
        if (rows.Count == 0)
        {
            return members;
        }

        var byPerson = rows.ToDictionary(row => row.PersonId, StringComparer.Ordinal);
        var list = settings.Topics;
        var talk = new TopicKeys(rows.Select(row => row.Talk), list);
        var learning = new TopicKeys(rows.SelectMany(row => new[] { row.Tell, row.Learn }), list);
        return [.. members.Select(member => byPerson.GetValueOrDefault(member.Id) is { } row
            ? member with { Topics = talk.Of(row.Talk), CanTell = learning.Of(row.Tell), WantsToLearn = learning.Of(row.Learn) }
            : member)];
    }

    /// <summary>What the people of a meeting have in common, from the point of view of one of them; nothing about anybody else.</summary>
    /// <param name="db">The database.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="others">Everybody else in the meeting.</param>
    /// <param name="isLearning">Whether they meet to learn from each other.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task<SharedInterests> OfAsync(
        ConnectDb db, string reader, IReadOnlyList<string> others, bool isLearning, CancellationToken cancellationToken)
    {
        var ids = others.Append(reader).ToList();
        var rows = await db.PersonTopics.Where(row => ids.Contains(row.PersonId))
            .ToDictionaryAsync(row => row.PersonId, StringComparer.Ordinal, cancellationToken);
        if (others.Count == 0 || rows.Count < ids.Count)
        {
            return SharedInterests.None;
        }

        var (own, theirs) = (rows[reader], others.Select(other => rows[other]).ToList());
        return new SharedInterests(
            Common([own.Talk, .. theirs.Select(row => row.Talk)]),
            isLearning && theirs is [var learner] ? Names(Common([own.Tell, learner.Learn])) : [],
            isLearning && theirs is [var teller] ? Names(Common([own.Learn, teller.Tell])) : []);
    }

    private static List<LocalText> Names(IEnumerable<ListedTopic> topics) => [.. topics.Select(topic => topic.Name)];

    // Every reader gets the same topics in the same order and words, so that all read the same question: a name of the list, or else the
    // shortest of what they wrote.
    private List<ListedTopic> Common(IReadOnlyList<TopicPick> picks)
    {
        var all = picks.Select(pick => UsedTopic.Of(pick, settings.Topics).ToList()).ToList();
        return
        [
            .. all.SelectMany(topics => topics)
                .Where(topic => all.TrueForAll(topics => topics.Exists(topic.Fits)))
                .OrderByDescending(topic => topic.IsListed).ThenBy(topic => topic.Topic.Name.Nl.Length)
                .ThenBy(topic => topic.Topic.Name.Nl, StringComparer.Ordinal)
                .Aggregate(new List<UsedTopic>(), (kept, topic) => kept.Exists(topic.Fits) ? kept : [.. kept, topic])
                .Select(topic => topic.Topic),
        ];
    }
}
