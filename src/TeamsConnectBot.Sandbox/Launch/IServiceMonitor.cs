namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>Tells what a running service is doing, whether in this process or in another.</summary>
internal interface IServiceMonitor
{
    Task<ServiceStatus> GetStatusAsync(CancellationToken cancellationToken);

    /// <summary>Wakes the scheduler, which sleeps by the real clock, so that it checks the simulated one.</summary>
    Task WakeSchedulerAsync(CancellationToken cancellationToken);
}

/// <param name="Busy">Whether any work is in flight; the other values are then unknown.</param>
/// <param name="NextTrigger">When the next trigger fires.</param>
/// <param name="NextPlanned">When the next round starts or the next due task runs, whichever is first.</param>
/// <param name="IsRound">Whether that is a round.</param>
internal sealed record ServiceStatus(
    bool Busy, DateTimeOffset? NextTrigger = null, DateTimeOffset? NextPlanned = null, bool IsRound = false)
{
    public static ServiceStatus Working { get; } = new(true);
}
