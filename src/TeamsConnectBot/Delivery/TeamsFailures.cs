using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Resilience;

namespace TeamsConnectBot.Delivery;

/// <summary>Decides what a failed request to Teams means for the message and for the circuit breaker.</summary>
internal static class TeamsFailures
{
    // Wrong settings are not fixed within seconds.
    private static readonly Duration RetryWhileMisconfigured = Duration.FromMinutes(5);

    // Such a refusal may last for days, or be about one card for as long as its row is kept.
    private static readonly Duration EditAgainWhileRefused = Duration.FromMinutes(30);

    /// <summary>How long an edit waits while Teams is busy or unavailable.</summary>
    public static Duration EditAgainAfter { get; } = Duration.FromMinutes(5);

    /// <returns>Null when the failure is about this message only and says nothing about Teams.</returns>
    public static CircuitFailure? ForCircuit(ConnectorException failure) => failure.Failure switch
    {
        ConnectorFailure.BotNotRegistered or ConnectorFailure.DisabledByAdmin or ConnectorFailure.NotPermitted => CircuitFailure.AppRefused,
        ConnectorFailure.Throttled => CircuitFailure.Throttled,
        ConnectorFailure.Unavailable or ConnectorFailure.ServiceError or ConnectorFailure.Unreadable or ConnectorFailure.InDoubt
            or ConnectorFailure.NoToken => CircuitFailure.Unavailable,
        _ => failure.IsPermanentForPerson ? CircuitFailure.SubjectRefused : null,
    };

    /// <param name="failure">What the connector reported.</param>
    /// <param name="isSpace">Whether the message goes to a space.</param>
    /// <param name="isClaimed">Whether the message itself was sent, and not only its conversation created.</param>
    /// <param name="circuitIsOpen">Whether nothing is sent to anyone from now on.</param>
    public static FailureOutcome OutcomeOf(ConnectorException failure, bool isSpace, bool isClaimed, bool circuitIsOpen) => failure switch
    {
        { Failure: ConnectorFailure.InDoubt } when isClaimed => FailureOutcome.InDoubt,
        _ when circuitIsOpen => FailureOutcome.Postponed,
        { IsPermanentForPerson: true } => FailureOutcome.RecipientUnreachable,
        { Failure: ConnectorFailure.NotPermitted } => isSpace ? FailureOutcome.RecipientUnreachable : FailureOutcome.Refused,
        { Failure: ConnectorFailure.BadRequest or ConnectorFailure.TooLarge or ConnectorFailure.ActivityNotFound }
            => FailureOutcome.Refused,
        _ => FailureOutcome.Retry,
    };

    /// <summary>How long to wait before a message is sent again: as long as Teams asks, or longer after each attempt.</summary>
    public static Duration RetryDelay(ConnectorException failure, int attempts) => failure switch
    {
        { RetryAfter: { } asked } => Duration.FromTimeSpan(asked),
        _ when IsMisconfiguration(failure.Failure) => RetryWhileMisconfigured,
        _ => Backoff.After(attempts),
    };

    /// <summary>
    /// How long to wait before a card is edited again. The edit may remove a name, so only what is final for this card or person ends it.
    /// </summary>
    /// <returns>Null when the card can never be edited.</returns>
    public static Duration? EditDelay(ConnectorException failure) => failure switch
    {
        { IsPermanentForPerson: true } => null,
        { Failure: ConnectorFailure.ActivityNotFound or ConnectorFailure.BadRequest or ConnectorFailure.TooLarge } => null,
        { IsTransient: true } or { Failure: ConnectorFailure.InDoubt } => EditAgainAfter,
        _ => EditAgainWhileRefused,
    };

    private static bool IsMisconfiguration(ConnectorFailure failure) => failure
        is ConnectorFailure.BotNotRegistered or ConnectorFailure.DisabledByAdmin or ConnectorFailure.WrongHost or ConnectorFailure.NoToken;
}

/// <summary>What becomes of a message that was not sent, or may not have been.</summary>
internal enum FailureOutcome
{
    /// <summary>Nobody knows whether it arrived.</summary>
    InDoubt,

    /// <summary>Nothing is sent to anyone for now. The message waits until the break is over.</summary>
    Postponed,

    /// <summary>Nothing can be sent to this person or space.</summary>
    RecipientUnreachable,

    /// <summary>This message can't be sent; others can.</summary>
    Refused,

    /// <summary>It was not sent, and may be sent later.</summary>
    Retry,
}
