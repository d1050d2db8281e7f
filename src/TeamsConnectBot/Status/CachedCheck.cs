using TeamsConnectBot.Time;

namespace TeamsConnectBot.Status;

/// <summary>
/// Answers within a second: with the check's current finding, or with its previous one while the check is still running. Monitoring
/// times out sooner than Graph does.
/// </summary>
internal sealed class CachedCheck(StatusCheck check, TimeProvider clock)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromMilliseconds(700);

    private readonly Lock gate = new();
    private Task<PartFinding>? running;
    private (PartFinding Finding, Instant At, long Timestamp)? previous;

    public string Part => check.Part;

    /// <returns>The finding, and its age in seconds when a newer check is still running.</returns>
    public async Task<(PartFinding Finding, double? SecondsOld)> AskAsync(CancellationToken cancellationToken)
    {
        Task<PartFinding> current;
        lock (gate)
        {
            if (running is null && previous is var (kept, at, _) && (clock.GetCurrentInstant() - at) is var age
                && age >= Duration.Zero && age < check.KeepFor(kept))
            {
                return (kept, null);
            }

            current = running ??= Task.Run(RunAsync, CancellationToken.None);
        }

        try
        {
            return (await current.WaitAsync(AnswerWithin, TimeProvider.System, cancellationToken), null);
        }
        catch (TimeoutException)
        {
            return Previous();
        }
    }

    private (PartFinding Finding, double? SecondsOld) Previous()
    {
        lock (gate)
        {
            return previous is var (finding, _, timestamp)
                ? (finding, Math.Round(TimeProvider.System.GetElapsedTime(timestamp).TotalSeconds, 1))
                : (check.Unknown(), null);
        }
    }

    private async Task<PartFinding> RunAsync()
    {
        PartFinding finding;
        using var timeout = new CancellationTokenSource(check.Timeout);
        try
        {
            finding = await check.CheckAsync(timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception failure)
        {
            finding = check.Failed(failure);
        }

        lock (gate)
        {
            (previous, running) = ((finding, clock.GetCurrentInstant(), TimeProvider.System.GetTimestamp()), null);
        }

        return finding;
    }
}
