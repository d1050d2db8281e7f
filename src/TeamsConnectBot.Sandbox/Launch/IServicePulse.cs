namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>What a running service is doing, wherever it runs.</summary>
internal interface IServicePulse
{
    Task<Pulse> LookAsync(CancellationToken cancellationToken);

    /// <summary>Makes the scheduler look at the clock: it sleeps by the real one.</summary>
    Task WakeAsync(CancellationToken cancellationToken);
}

/// <param name="Busy">Whether anything is in flight; then nothing else is known.</param>
/// <param name="Next">When the next trigger fires.</param>
/// <param name="Planned">The next round, or the next row that is due.</param>
/// <param name="PlannedIsRound">Which of the two.</param>
internal sealed record Pulse(bool Busy, DateTimeOffset? Next = null, DateTimeOffset? Planned = null, bool PlannedIsRound = false)
{
    public static Pulse Working { get; } = new(true);
}
