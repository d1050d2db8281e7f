using System.Net;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>A request to the connector failed. The message contains no text from the response, so it is safe to log.</summary>
public sealed class ConnectorException : Exception
{
    internal ConnectorException(
        ConnectorFailure failure, HttpStatusCode? status = null, string? code = null, TimeSpan? retryAfter = null, Exception? inner = null)
        : base(
            $"The connector failed: {failure}{(status is null ? "" : $", HTTP {(int)status}")}{(code is null ? "" : $", {code}")}.",
            inner) =>
        (Failure, Status, Code, RetryAfter) = (failure, status, code, retryAfter);

    /// <summary>What went wrong.</summary>
    public ConnectorFailure Failure { get; }

    /// <summary>The HTTP status, when there was a response.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>The service's own error code, such as <c>ConversationBlockedByUser</c>.</summary>
    public string? Code { get; }

    /// <summary>How long the service asked the bot to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The person cannot be reached until they install the app or unblock the bot, so the message must be dropped.</summary>
    public bool IsPermanentForPerson => Failure is ConnectorFailure.BlockedByUser or ConnectorFailure.NotInstalled
        or ConnectorFailure.NotInRoster or ConnectorFailure.MessageWritesBlocked or ConnectorFailure.ConversationNotFound;

    /// <summary>
    /// The service answered that it will not do this request, so it had no effect. A refusal of the whole app is not one: that holds for
    /// every other request too.
    /// </summary>
    internal bool IsRefusal => IsPermanentForPerson || Failure is ConnectorFailure.BadRequest or ConnectorFailure.NotPermitted
        or ConnectorFailure.ActivityNotFound or ConnectorFailure.ServiceError;

    /// <summary>The request had no effect or is idempotent, and may succeed later.</summary>
    public bool IsTransient => IsWorthRetryingNow || Failure is ConnectorFailure.NoToken;

    /// <summary>The request had no effect or is idempotent, and failed for a reason that usually disappears within seconds.</summary>
    internal bool IsWorthRetryingNow =>
        Failure is ConnectorFailure.PreconditionFailed or ConnectorFailure.Throttled or ConnectorFailure.Unavailable;
}
