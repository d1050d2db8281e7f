using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Data;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Topics;

/// <summary>What people chose about topics, as they see it on their own card.</summary>
internal sealed class TopicBook(OwnSettings settings)
{
    /// <summary>The topics to choose from.</summary>
    public IReadOnlyList<ListedTopic> List => settings.Topics;

    /// <summary>Whether the organisation keeps the list.</summary>
    public bool IsOwnList => settings.HasOwnTopics;

    /// <summary>What somebody chose, as it fills their card; what is no longer on the list is left out.</summary>
    public async Task<TopicsForm> FormAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        await db.PersonTopics.FindAsync([personId], cancellationToken) is { } row
            ? new TopicsForm(Answer(row.Talk), Answer(row.Tell), Answer(row.Learn))
            : new TopicsForm(TopicsAnswer.None, TopicsAnswer.None, TopicsAnswer.None);

    /// <summary>What is stored, in words.</summary>
    public async Task<TopicsNow> NowAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        await db.PersonTopics.FindAsync([personId], cancellationToken) is { } row
            ? new TopicsNow(Names(row.Talk), Names(row.Tell), Names(row.Learn))
            : TopicsNow.Nothing;

    /// <summary>Whether somebody said what they can tell or would like to learn.</summary>
    public static async Task<bool> HasLearningAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        await db.PersonTopics.FindAsync([personId], cancellationToken) is { } row && !(row.Tell.IsEmpty && row.Learn.IsEmpty);

    /// <summary>Stores a valid form; without any topics nothing about them is stored.</summary>
    public static async Task SaveAsync(ConnectDb db, string personId, TopicsForm form, CancellationToken cancellationToken)
    {
        var (talk, tell, learn) = (Pick(form.Talk), Pick(form.Tell), Pick(form.Learn));
        var row = await db.PersonTopics.FindAsync([personId], cancellationToken);
        if (talk.IsEmpty && tell.IsEmpty && learn.IsEmpty)
        {
            db.PersonTopics.RemoveRange(row is null ? [] : [row]);
            return;
        }

        if (row is null)
        {
            db.PersonTopics.Add(row = new TopicRow { PersonId = personId });
        }

        (row.Talk, row.Tell, row.Learn) = (talk, tell, learn);
    }

    private TopicsAnswer Answer(TopicPick pick) =>
        new([.. pick.Listed.Intersect(List.Select(topic => topic.Key))], string.Join(", ", pick.Words));

    private List<LocalText> Names(TopicPick pick) =>
    [
        .. List.Where(topic => pick.Listed.Contains(topic.Key)).Select(topic => topic.Name),
        .. pick.Words.Select(words => new LocalText(words, words)),
    ];

    private static TopicPick Pick(TopicsAnswer answer) => new([.. answer.Listed], [.. answer.Words]);
}
