namespace TeamsConnectBot.Resilience;

/// <summary>As Polly and others name them.</summary>
internal enum CircuitState
{
    /// <summary>Everything goes through.</summary>
    Closed,

    /// <summary>Nothing goes through until the break is over.</summary>
    Open,

    /// <summary>The break is over: one attempt at a time, then two, four, … at once, until as many succeeded as may be at once.</summary>
    HalfOpen,
}
