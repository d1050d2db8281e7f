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

    /// <summary>How long the service asked to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The person cannot be reached until they install the app or unblock the bot: drop what was to be sent.</summary>
    public bool IsPermanentForPerson => Failure is ConnectorFailure.BlockedByUser or ConnectorFailure.NotInstalled
        or ConnectorFailure.NotInRoster or ConnectorFailure.MessageWritesBlocked or ConnectorFailure.ConversationNotFound;

    /// <summary>Nothing was done, and the same request may succeed later.</summary>
    public bool IsTransient => IsWorthRetryingNow || Failure is ConnectorFailure.NoToken;

    /// <summary>Nothing was done, for a reason that usually passes within seconds.</summary>
    internal bool IsWorthRetryingNow =>
        Failure is ConnectorFailure.PreconditionFailed or ConnectorFailure.Throttled or ConnectorFailure.Unavailable;
}
