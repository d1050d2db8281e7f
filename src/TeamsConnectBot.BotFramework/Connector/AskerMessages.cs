using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Answers one person of a channel or group chat so that nobody else sees it: with a targeted message, or in their own chat with the bot
/// where Teams refuses those. The next way is taken only after a refusal, never when a message may have arrived.
/// </summary>
public sealed partial class AskerMessages(TeamsConnector connector, ILogger<AskerMessages> logger)
{
    /// <param name="asked">What the person typed or clicked.</param>
    /// <param name="answer">The message.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>False when Teams refused both ways; nobody has seen the message.</returns>
    /// <exception cref="ConnectorException">Teams did not answer, or refuses every message.</exception>
    public async Task<bool> SendAsync(Activity asked, Activity answer, CancellationToken cancellationToken)
    {
        if (asked is not { From.Id.Length: > 0, Conversation.Id: { } conversation })
        {
            return false;
        }

        answer.From = new ChannelAccount(asked.Recipient?.Id);
        answer.Recipient = new ChannelAccount(asked.From.Id);
        answer.Entities = asked.IsTargeted() && asked.Id is { } question ? [TargetedActivities.AnswerTo(question)] : null;
        try
        {
            await connector.SendTargetedAsync(asked.ServiceUrl, conversation, answer, cancellationToken);
            return true;
        }
        catch (ConnectorException refusal) when (refusal.IsRefusal)
        {
            Log.NotTargeted(logger, refusal.Failure, refusal.Code);
        }

        return await SendToOwnChatAsync(asked, answer, cancellationToken);
    }

    private async Task<bool> SendToOwnChatAsync(Activity asked, Activity answer, CancellationToken cancellationToken)
    {
        (answer.From, answer.Recipient, answer.Entities) = (null, null, null);
        var tenant = asked.Conversation.TenantId ?? asked.GetChannelData<TeamsChannelData>()?.Tenant?.Id;
        try
        {
            var chat = await connector.CreateConversationAsync(asked.ServiceUrl, asked.From.Id, tenant ?? "", cancellationToken);
            await connector.SendToConversationAsync(asked.ServiceUrl, chat, answer, cancellationToken);
            return true;
        }
        catch (ConnectorException refusal) when (refusal.IsRefusal)
        {
            Log.NoOwnChat(logger, refusal.Failure, refusal.Code);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information,
            "Teams refused a message that only one person would see: {Failure} {Code}. It is sent to the person's own chat instead.")]
        public static partial void NotTargeted(ILogger logger, ConnectorFailure failure, string? code);

        [LoggerMessage(LogLevel.Information, "An answer for one person could not be sent to their own chat either: {Failure} {Code}.")]
        public static partial void NoOwnChat(ILogger logger, ConnectorFailure failure, string? code);
    }
}
