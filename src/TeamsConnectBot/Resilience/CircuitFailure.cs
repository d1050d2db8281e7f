namespace TeamsConnectBot.Resilience;

/// <summary>What a failed attempt means for the service that was called.</summary>
internal enum CircuitFailure
{
    /// <summary>The service throttled the request. A single one only slows down; many in a row open the circuit.</summary>
    Throttled,

    /// <summary>The service gave no usable answer: a timeout, a 5xx, no connection, no token.</summary>
    Unavailable,

    /// <summary>
    /// The service refused this subject, such as a person who blocked the app. Many in a row mean that it refuses the app.
    /// </summary>
    SubjectRefused,

    /// <summary>The service refuses the app for every subject.</summary>
    AppRefused,
}
