namespace TeamsConnectBot.Resilience;

/// <summary>The usual states of a circuit breaker.</summary>
internal enum CircuitState
{
    /// <summary>All attempts are allowed.</summary>
    Closed,

    /// <summary>No attempts are allowed until the break is over.</summary>
    Open,

    /// <summary>The break is over: one attempt at a time, then two, four, … at once, until the full number succeeds.</summary>
    HalfOpen,
}
