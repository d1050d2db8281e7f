namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>What a second POST with a known <c>transactionId</c> gets.</summary>
internal enum DuplicateTransaction
{
    /// <summary>201 with the event that is there.</summary>
    Created,

    /// <summary>200 with the event that is there.</summary>
    Ok,

    /// <summary>409; the caller looks it up.</summary>
    Conflict,
}
