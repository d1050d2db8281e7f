using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>The spaces the bot is in. A space is stored when the bot is added there, or else when somebody first uses it there.</summary>
internal sealed class SpaceBook(
    Database database, PoolCatalogue pools, PostBox posts, RitualTimers timers, SweepRequests sweeps, TimeProvider clock)
{
    /// <summary>The space an activity came from, updated from that activity, and added when it is new.</summary>
    /// <returns>Null when the activity has no conversation.</returns>
    public async Task<Space?> FindAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is not { Conversation.Id: { } conversation, ServiceUrl: { } serviceUrl })
        {
            return null;
        }

        var id = WithoutThread(conversation);
        var known = await database.ReadAsync(
            db => db.Spaces.SingleOrDefaultAsync(space => space.ConversationId == id, cancellationToken), cancellationToken);
        var groupId = activity.GetChannelData<TeamsChannelData>()?.Team?.AadGroupId;
        var kind = KindOf(activity);
        if (known is { LostAt: null } && known.ServiceUrl == serviceUrl && (groupId is null || known.GroupId == groupId)
            && (kind is null || known.Kind == kind)
            && known.Language == LanguageOf(activity, known.Language) && known.Zone == ZoneOf(activity, known.Zone))
        {
            return known;
        }

        var found = await database.WriteAsync(
            async db =>
            {
                var space = await db.Spaces.SingleOrDefaultAsync(row => row.ConversationId == id, cancellationToken)
                    ?? db.Spaces.Add(New(activity, id)).Entity;
                space.ServiceUrl = serviceUrl;
                space.Kind = kind ?? space.Kind;
                space.GroupId = groupId ?? space.GroupId;
                space.Language = LanguageOf(activity, space.Language);
                space.Zone = ZoneOf(activity, space.Zone);
                await LearnFromTeamAsync(db, space, cancellationToken);
                await ReturnAsync(db, space, cancellationToken);
                return space;
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return found;
    }

    /// <summary>Gives spaces in which nobody wrote yet the language and zone of somebody who uses them from their own chat.</summary>
    public async Task LearnAsync(IReadOnlyList<Space> used, Participant person, CancellationToken cancellationToken)
    {
        var unknown = used.Where(space => space.Language.Length == 0 || space.Zone.Length == 0).ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var ids = unknown.ConvertAll(space => space.Id);
        await database.WriteAsync(
            async db =>
            {
                var rows = await db.Spaces.Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
                foreach (var space in rows.Concat(unknown))
                {
                    space.Language = space.Language.Length > 0 ? space.Language : person.Language;
                    space.Zone = space.Zone.Length > 0 ? space.Zone : person.Zone;
                }
            },
            cancellationToken);
    }

    /// <summary>Changes a setting of a space.</summary>
    /// <returns>The changed space.</returns>
    public Task<Space> SetAsync(Space space, Action<Space> change, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var row = await db.Spaces.SingleAsync(row => row.Id == space.Id, cancellationToken);
            change(row);
            return row;
        },
        cancellationToken);

    /// <summary>Whether the bot knows no space there yet, or none of which it knows the language.</summary>
    public Task<bool> IsNewAsync(SpaceScope where, CancellationToken cancellationToken) =>
        database.ReadAsync(async db => !await where.In(db).AnyAsync(space => space.Language != "", cancellationToken), cancellationToken);

    /// <summary>
    /// Resumes the rituals when the bot was added to a team again. In a private or shared channel of the team it must be added separately.
    /// </summary>
    public Task AddedAsync(SpaceScope where, CancellationToken cancellationToken) => ForEachAsync(
        where,
        (db, space) => where.TeamId is null || !space.HasOwnMembers ? ReturnAsync(db, space, cancellationToken) : Task.CompletedTask,
        cancellationToken);

    /// <summary>Resumes the rituals when a deleted or archived channel or team was restored.</summary>
    public Task ReturnedAsync(SpaceScope where, CancellationToken cancellationToken) =>
        ForEachAsync(where, (db, space) => ReturnAsync(db, space, cancellationToken), cancellationToken);

    /// <summary>
    /// Suspends the rituals when the bot was removed, or when the channel or team was deleted or archived; they can be resumed.
    /// </summary>
    public Task LostAsync(SpaceScope where, CancellationToken cancellationToken) => ForEachAsync(
        where, (db, space) => LostSpaces.MarkAsync(db, space, timers, clock.GetCurrentInstant(), cancellationToken), cancellationToken);

    public static string WithoutThread(string conversationId) => conversationId.Split(";messageid=")[0];

    private async Task ForEachAsync(SpaceScope where, Func<ConnectDb, Space, Task> work, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async db =>
            {
                foreach (var space in await where.In(db).ToListAsync(cancellationToken))
                {
                    await work(db, space);
                }
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    private async Task ReturnAsync(ConnectDb db, Space space, CancellationToken cancellationToken)
    {
        if (space.LostAt is null)
        {
            return;
        }

        space.LostAt = null;
        var rituals = await db.LiveRitualsAsync(space.Id, cancellationToken);
        await RitualTimers.RemoveGoodbyeAsync(db, space, cancellationToken);
        foreach (var ritual in rituals)
        {
            await timers.SetNextAsync(db, ritual, cancellationToken);
        }

        if (rituals.Count > 0)
        {
            await posts.AddAsync(db, space, MessageKind.Back, space.Id, clock.GetCurrentInstant().ToUnixTimeSeconds(), cancellationToken);
        }
    }

    private Space New(Activity activity, string id) => new()
    {
        Id = clock.NewId(), ConversationId = id, ServiceUrl = activity.ServiceUrl, AddedAt = clock.GetCurrentInstant(),
        Kind = KindOf(activity) ?? SpaceKind.Channel,
        TeamId = activity.GetChannelData<TeamsChannelData>()?.Team?.Id,
        Language = "", Zone = "",
    };

    // The other channels of the team may know what an activity leaves out.
    private static async Task LearnFromTeamAsync(ConnectDb db, Space space, CancellationToken cancellationToken)
    {
        if (space.TeamId is null || (space.GroupId is not null && space.Language.Length > 0))
        {
            return;
        }

        var others = await db.Spaces.Where(other => other.TeamId == space.TeamId && other.Id != space.Id)
            .OrderBy(other => other.AddedAt).ToListAsync(cancellationToken);
        space.GroupId ??= others.Find(other => other.GroupId is not null)?.GroupId;
        space.Language = space.Language.Length > 0 ? space.Language : others.Find(other => other.Language.Length > 0)?.Language ?? "";
    }

    // What is known is kept, because somebody may have chosen it.
    private static string LanguageOf(Activity activity, string known) =>
        known.Length == 0 && activity.Locale is { Length: > 0 } locale ? Texts.For(locale).Language : known;

    // What people type and click comes with a zone, unlike what Teams reports about members and installations.
    private string ZoneOf(Activity activity, string known) =>
        known.Length > 0 ? known
            : activity.ZoneOrNull() ?? (activity.Type is ActivityTypes.Message or ActivityTypes.Invoke ? pools.Default.Zone : "");

    /// <returns>Null when the activity does not say: Teams may leave out the type, or tell about another channel of the team.</returns>
    private static SpaceKind? KindOf(Activity activity)
    {
        if (string.Equals(activity.Conversation.ConversationType, ConversationTypes.GroupChat, StringComparison.OrdinalIgnoreCase))
        {
            return SpaceKind.GroupChat;
        }

        var channel = activity.GetChannelData<TeamsChannelData>()?.Channel;
        return channel?.Id is { } id && WithoutThread(id) != WithoutThread(activity.Conversation.Id) ? null
            : channel?.Type?.ToLowerInvariant() switch
            {
                "standard" => SpaceKind.Channel,
                "private" => SpaceKind.PrivateChannel,
                "shared" => SpaceKind.SharedChannel,
                _ => null,
            };
    }
}
