namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The response to a second POST with the same <c>transactionId</c>.</summary>
internal enum DuplicateTransaction
{
    /// <summary>201 with the existing event.</summary>
    Created,

    /// <summary>200 with the existing event.</summary>
    Ok,

    /// <summary>409; the caller has to look the event up.</summary>
    Conflict,
}
