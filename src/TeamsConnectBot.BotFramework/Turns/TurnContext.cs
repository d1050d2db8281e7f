using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>One incoming activity and the means to answer in its conversation.</summary>
public sealed class TurnContext
{
    internal TurnContext(Activity activity, ConnectorClient connector)
    {
        Activity = activity;
        Connector = connector;
    }

    /// <summary>What came in. Its type, conversation, sender, channel and service URL are there.</summary>
    public Activity Activity { get; }

    /// <summary>The connector, for other conversations.</summary>
    public ConnectorClient Connector { get; }

    private string ConversationId => Activity.Conversation!.Id!;

    /// <summary>Sends a message in this conversation.</summary>
    /// <returns>The message's id, or null where the channel gave none.</returns>
    /// <exception cref="ConnectorException">It was not sent, or may not have been.</exception>
    public Task<string?> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        Connector.SendToConversationAsync(Activity.ServiceUrl, ConversationId, activity, cancellationToken);

    /// <summary>Replaces a message of this conversation.</summary>
    /// <exception cref="ConnectorException">It was not replaced.</exception>
    public Task UpdateActivityAsync(string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        Connector.UpdateActivityAsync(Activity.ServiceUrl, ConversationId, activityId, activity, cancellationToken);

    /// <summary>Takes back a message of this conversation.</summary>
    /// <exception cref="ConnectorException">It was not taken back.</exception>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) =>
        Connector.DeleteActivityAsync(Activity.ServiceUrl, ConversationId, activityId, cancellationToken);
}
