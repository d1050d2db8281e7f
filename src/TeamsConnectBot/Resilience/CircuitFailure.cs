namespace TeamsConnectBot.Resilience;

/// <summary>What a failed attempt says about the service it went to.</summary>
internal enum CircuitFailure
{
    /// <summary>The service asks for fewer requests. One alone is a matter of pace; many in a row open the circuit.</summary>
    Throttled,

    /// <summary>The service gave no usable answer: a timeout, a 5xx, no connection, no token.</summary>
    Unavailable,

    /// <summary>The service refused this one subject, such as a person who blocked the app. Many in a row mean that it refuses everyone.</summary>
    SubjectRefused,

    /// <summary>The service refuses the app, whoever the request is about.</summary>
    AppRefused,
}
