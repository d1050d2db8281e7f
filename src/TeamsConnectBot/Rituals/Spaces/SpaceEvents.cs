using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// Handles what Teams reports about members, channels and teams. docs/channel-events.md lists all events, and a test has a case for each of
/// its rows.
/// </summary>
internal sealed class SpaceEvents(
    SpaceBook spaces, SpaceLeavers leavers, Rehousing rehousing, CardComposer composer, Replies replies, SweepRequests sweeps)
{
    /// <summary>Somebody joined or left, whether or not the activity names an event.</summary>
    public async Task MembersAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;

        // A shared channel has members of its own: leaving it is not leaving the team.
        var where = EventOf(activity).StartsWith("channel", StringComparison.OrdinalIgnoreCase)
            ? SpaceScope.Channel(activity)
            : SpaceScope.Team(activity);
        if (HasBot(activity.MembersAdded, activity))
        {
            await AddedAsync(turn, where, cancellationToken);
        }

        if (activity.MembersRemoved is { Count: > 0 } removed)
        {
            await leavers.LeftAsync(removed.ExceptBot(activity), where, cancellationToken);
            if (HasBot(removed, activity))
            {
                await spaces.LostAsync(where, cancellationToken);
            }
        }
    }

    /// <summary>A channel or team changed. Names are read from Teams when they are shown, so a new name needs no work.</summary>
    public Task ChangedAsync(Activity activity, CancellationToken cancellationToken) => EventOf(activity).ToLowerInvariant() switch
    {
        "channeldeleted" => ChannelDeletedAsync(SpaceScope.Channel(activity), cancellationToken),
        "channelrestored" => spaces.ReturnedAsync(SpaceScope.Channel(activity), cancellationToken),
        // Teams does not say who lost access to the channel.
        "channelunshared" => leavers.LookAsync(SpaceScope.Channel(activity), cancellationToken),
        "teamdeleted" or "teamharddeleted" or "teamarchived" => spaces.LostAsync(SpaceScope.Team(activity), cancellationToken),
        "teamrestored" or "teamunarchived" => spaces.ReturnedAsync(SpaceScope.Team(activity), cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>The app was added. Teams also sends an event that the bot joined, before or after this one.</summary>
    public Task InstalledAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        AddedAsync(turn, SpaceScope.Team(turn.Activity), cancellationToken);

    public Task RemovedAsync(Activity activity, CancellationToken cancellationToken) =>
        spaces.LostAsync(SpaceScope.Team(activity), cancellationToken);

    // A new space gets one welcome, in answer to the event that gives its language; in a known one, the rituals resume.
    private async Task AddedAsync(ITurnContext turn, SpaceScope where, CancellationToken cancellationToken)
    {
        var isNew = await spaces.IsNewAsync(where, cancellationToken);
        await spaces.AddedAsync(where, cancellationToken);
        if (isNew && await spaces.FindAsync(turn.Activity, cancellationToken) is { Language.Length: > 0 } space)
        {
            var welcome = new RitualNoticeCard(RitualNotice.Welcome);
            await replies.SendAsync(turn, welcome, composer.ReaderFor(space.Language), cancellationToken);
        }
    }

    private async Task ChannelDeletedAsync(SpaceScope where, CancellationToken cancellationToken)
    {
        await spaces.LostAsync(where, cancellationToken);
        await rehousing.TellAsync(where.ConversationId, cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    private static string EventOf(Activity activity) => activity.GetChannelData<TeamsChannelData>()?.EventType ?? "";

    private static bool HasBot(IList<ChannelAccount>? members, Activity activity) =>
        members is not null && members.ExceptBot(activity).Count < members.Count;
}
