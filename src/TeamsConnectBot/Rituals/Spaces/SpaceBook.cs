using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>Where the bot is. A channel is known from the first word spoken to it there.</summary>
internal sealed class SpaceBook(Database database, PoolCatalogue pools, PostBox posts, RitualTimers timers, SweepRequests sweeps, TimeProvider clock)
{
    /// <summary>The space something came from, as it now is.</summary>
    /// <returns>Null when the activity names no conversation.</returns>
    public async Task<Space?> FindAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is not { Conversation: { Id: { } conversation } account, ServiceUrl: { } serviceUrl })
        {
            return null;
        }

        var id = WithoutThread(conversation);
        var known = await database.ReadAsync(db => db.Spaces.SingleOrDefaultAsync(space => space.ConversationId == id, cancellationToken), cancellationToken);
        var groupId = activity.GetChannelData<TeamsChannelData>()?.Team?.AadGroupId;
        if (known is { LostAt: null } && known.ServiceUrl == serviceUrl && (groupId is null || known.GroupId == groupId))
        {
            return known;
        }

        var found = await database.WriteAsync(
            async db =>
            {
                var space = await db.Spaces.SingleOrDefaultAsync(row => row.ConversationId == id, cancellationToken) ?? Add(db, activity, id, account);
                space.ServiceUrl = serviceUrl;
                space.GroupId = groupId ?? space.GroupId ?? await GroupOfTeamAsync(db, space.TeamId, cancellationToken);
                await ReturnAsync(db, space, cancellationToken);
                return space;
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return found;
    }

    /// <summary>Changes what was agreed for a space.</summary>
    /// <returns>The space as it then is.</returns>
    public Task<Space> SetAsync(Space space, Action<Space> change, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var row = await db.Spaces.SingleAsync(row => row.Id == space.Id, cancellationToken);
            change(row);
            return row;
        },
        cancellationToken);

    /// <summary>Whether the bot was never there before.</summary>
    public Task<bool> IsNewAsync(SpaceScope where, CancellationToken cancellationToken) =>
        database.ReadAsync(async db => !await where.In(db).AnyAsync(cancellationToken), cancellationToken);

    /// <summary>The bot is there again, after it was removed, or what was deleted is back: what was planned there goes on.</summary>
    public async Task ReturnedAsync(SpaceScope where, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async db =>
            {
                foreach (var space in await where.In(db).ToListAsync(cancellationToken))
                {
                    await ReturnAsync(db, space, cancellationToken);
                }
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    /// <summary>The bot was removed, or the place was deleted. What is planned there waits: it may come back.</summary>
    public async Task LostAsync(SpaceScope where, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async db =>
            {
                foreach (var space in await where.In(db).ToListAsync(cancellationToken))
                {
                    await LostSpaces.MarkAsync(db, space, timers, clock.GetCurrentInstant(), cancellationToken);
                }
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    public static string WithoutThread(string conversationId) => conversationId.Split(";messageid=")[0];

    private async Task ReturnAsync(ConnectDb db, Space space, CancellationToken cancellationToken)
    {
        if (space.LostAt is null)
        {
            return;
        }

        space.LostAt = null;
        var rituals = await db.Rituals.Where(ritual => ritual.SpaceId == space.Id && !ritual.IsEnded).ToListAsync(cancellationToken);
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

    private Space Add(ConnectDb db, Activity activity, string id, ConversationAccount account)
    {
        var space = new Space
        {
            Id = clock.NewId(),
            ConversationId = id,
            Kind = string.Equals(account.ConversationType, ConversationTypes.GroupChat, StringComparison.OrdinalIgnoreCase)
                ? SpaceKind.GroupChat
                : SpaceKind.Channel,
            TeamId = activity.GetChannelData<TeamsChannelData>()?.Team?.Id,
            ServiceUrl = activity.ServiceUrl!,
            Language = Texts.For(activity.Locale).Language,
            Zone = ZoneOf(activity) ?? pools.Default.Zone,
            AddedAt = clock.GetCurrentInstant(),
        };
        db.Spaces.Add(space);
        return space;
    }

    private static async Task<string?> GroupOfTeamAsync(ConnectDb db, string? teamId, CancellationToken cancellationToken) => teamId is null
        ? null
        : await db.Spaces.Where(space => space.TeamId == teamId && space.GroupId != null).Select(space => space.GroupId).FirstOrDefaultAsync(cancellationToken);

    private static string? ZoneOf(Activity activity) =>
        activity.LocalTimezone is { Length: > 0 } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : null;
}
