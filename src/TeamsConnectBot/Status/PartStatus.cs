namespace TeamsConnectBot.Status;

/// <summary>How a part of the service is doing, and since when.</summary>
/// <param name="Part">The part's stable key.</param>
/// <param name="Finding">What its last check found.</param>
/// <param name="Since">When this state began; null when the state is unknown.</param>
/// <param name="IsSinceStart">Whether the state is as old as the process, which knows nothing of the time before.</param>
/// <param name="SecondsOld">The age of the finding, when a newer check has not ended yet.</param>
internal sealed record PartStatus(string Part, PartFinding Finding, Instant? Since, bool IsSinceStart, double? SecondsOld)
{
    public PartState State => Finding.State;

    /// <summary>Whether somebody should know about it.</summary>
    public bool IsTrouble => State is PartState.Down or PartState.Recovering;

    /// <summary>Whether the process can do its work as far as this part is concerned.</summary>
    public bool IsReady => State is PartState.Works or PartState.NotConfigured or PartState.Recovering || Finding.IsReady;
}
