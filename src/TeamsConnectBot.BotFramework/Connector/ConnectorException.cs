using System.Net;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>The connector did not do what was asked. The message holds no text of an answer, so that it can be logged.</summary>
public sealed class ConnectorException : Exception
{
    internal ConnectorException(
        ConnectorFailure failure,
        HttpStatusCode? status = null,
        string? code = null,
        TimeSpan? retryAfter = null,
        Exception? inner = null)
        : base($"The connector failed: {failure}{(status is null ? "" : $", HTTP {(int)status}")}{(code is null ? "" : $", {code}")}.", inner)
    {
        Failure = failure;
        Status = status;
        Code = code;
        RetryAfter = retryAfter;
    }

    /// <summary>What went wrong.</summary>
    public ConnectorFailure Failure { get; }

    /// <summary>The HTTP status, when there was an answer.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>The service's own code, such as <c>ConversationBlockedByUser</c>.</summary>
    public string? Code { get; }

    /// <summary>How long the service asked to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>This person cannot be reached until they install or unblock: drop what was to be sent.</summary>
    public bool IsPermanentForPerson => Failure
        is ConnectorFailure.BlockedByUser
        or ConnectorFailure.NotInstalled
        or ConnectorFailure.NotInRoster
        or ConnectorFailure.MessageWritesBlocked
        or ConnectorFailure.ConversationNotFound;

    /// <summary>Nothing was done, and the same request may succeed later.</summary>
    public bool IsTransient => Failure
        is ConnectorFailure.PreconditionFailed
        or ConnectorFailure.Throttled
        or ConnectorFailure.Unavailable
        or ConnectorFailure.NoToken;

    /// <summary>The request was received and refused or not received for a reason that passes in seconds.</summary>
    internal bool IsWorthRetryingNow => Failure
        is ConnectorFailure.PreconditionFailed
        or ConnectorFailure.Throttled
        or ConnectorFailure.Unavailable;
}
