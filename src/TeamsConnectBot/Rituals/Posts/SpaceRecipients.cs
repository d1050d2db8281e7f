using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Posts;

/// <summary>Channels and group chats as recipients of outgoing messages.</summary>
internal sealed partial class SpaceRecipients(PostCards cards, RitualTimers timers, TimeProvider clock, ILogger<SpaceRecipients> logger)
    : MessageRecipients
{
    public override bool Has(Message message) => message.SpaceId is not null;

    public override async Task<OutgoingMessage?> ComposeAsync(ConnectDb db, Message message, CancellationToken cancellationToken)
    {
        if (await db.Spaces.FindAsync([message.SpaceId], cancellationToken) is not { } space)
        {
            return null;
        }

        var activity = space.LostAt is null ? await cards.ComposeAsync(db, message, space, cancellationToken) : null;
        return new OutgoingMessage(message, space.Id.ToString(), space.ServiceUrl, space.ConversationId, activity)
        {
            IsChannel = space.Kind != SpaceKind.GroupChat,
        };
    }

    public override async Task UnreachableAsync(
        ConnectDb db, Message message, ConnectorFailure failure, CancellationToken cancellationToken)
    {
        if (await db.Spaces.FindAsync([message.SpaceId], cancellationToken) is { } space)
        {
            await LostSpaces.MarkAsync(db, space, timers, clock.GetCurrentInstant(), cancellationToken);
            Log.SpaceLost(logger, space.Id, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The bot can no longer write to space {Space} ({Failure}); its rituals are suspended")]
        public static partial void SpaceLost(ILogger logger, Guid space, ConnectorFailure failure);
    }
}
