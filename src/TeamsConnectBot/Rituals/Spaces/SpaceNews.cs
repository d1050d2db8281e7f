using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// What Teams tells about members, channels and teams, each by what it is about. The whole table is in docs/channel-events.md,
/// and a test has a case for each of its rows.
/// </summary>
internal sealed class SpaceNews(SpaceTurns spaces, SpaceLeavers leavers)
{
    private const string OfAChannel = "channel";

    /// <summary>Who joined and who left, with or without the name of an event.</summary>
    public async Task MembersAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var where = ScopeOf(activity);
        if (IsAmong(activity.MembersAdded, activity))
        {
            await spaces.AddedAsync(turn, where, cancellationToken);
        }

        if (activity.MembersRemoved is { Count: > 0 } removed)
        {
            await leavers.LeftAsync(removed.ExceptBot(activity), where, cancellationToken);
            if (IsAmong(removed, activity))
            {
                await spaces.LostAsync(where, cancellationToken);
            }
        }
    }

    /// <summary>What became of a channel or a team. Names are asked from Teams when they are shown, so a new one is no news.</summary>
    public Task ChangedAsync(Activity activity, CancellationToken cancellationToken) => EventOf(activity).ToLowerInvariant() switch
    {
        "channeldeleted" => spaces.ChannelDeletedAsync(SpaceScope.Channel(activity), cancellationToken),
        "channelrestored" => spaces.ReturnedAsync(SpaceScope.Channel(activity), cancellationToken),
        // Teams does not say who lost access with it.
        "channelunshared" => leavers.LookAsync(SpaceScope.Channel(activity), cancellationToken),
        "teamdeleted" or "teamharddeleted" or "teamarchived" => spaces.LostAsync(SpaceScope.Team(activity), cancellationToken),
        "teamrestored" or "teamunarchived" => spaces.ReturnedAsync(SpaceScope.Team(activity), cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>The app was added to a team or chat, which members that joined tell too: the welcome is theirs.</summary>
    public Task InstalledAsync(Activity activity, CancellationToken cancellationToken) =>
        spaces.ReturnedAsync(SpaceScope.Team(activity), cancellationToken);

    public Task RemovedAsync(Activity activity, CancellationToken cancellationToken) =>
        spaces.LostAsync(SpaceScope.Team(activity), cancellationToken);

    // A channel can be shared, with members of its own: who leaves it, leaves no team.
    private static SpaceScope ScopeOf(Activity activity) =>
        EventOf(activity).StartsWith(OfAChannel, StringComparison.OrdinalIgnoreCase)
            ? SpaceScope.Channel(activity)
            : SpaceScope.Team(activity);

    private static string EventOf(Activity activity) => activity.GetChannelData<TeamsChannelData>()?.EventType ?? "";

    private static bool IsAmong(IList<ChannelAccount>? members, Activity activity) =>
        members is not null && members.ExceptBot(activity).Count < members.Count;
}
