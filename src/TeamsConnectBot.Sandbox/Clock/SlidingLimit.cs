namespace TeamsConnectBot.Sandbox.Clock;

/// <summary>
/// A rate limit over one or more sliding windows. Limits in minutes use the simulated clock; otherwise a week simulated in seconds would
/// exceed them. Limits in seconds use the real clock; otherwise a caller that waits a second would wait forever.
/// </summary>
internal sealed class SlidingLimit(TimeProvider clock, params (int Most, TimeSpan Window)[] windows)
{
    private readonly int mostKept = windows.Max(window => window.Most);
    private readonly Lock gate = new();
    private readonly List<DateTimeOffset> recent = [];

    /// <summary>How long the caller must wait; zero when this request was admitted.</summary>
    public TimeSpan Enter()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var wait = windows
                .Where(limit => recent.Count >= limit.Most)
                .Select(limit => recent[^limit.Most] + limit.Window - now)
                .Append(TimeSpan.Zero)
                .Max();
            if (wait == TimeSpan.Zero)
            {
                recent.Add(now);
                recent.RemoveRange(0, Math.Max(0, recent.Count - mostKept));
            }

            return wait;
        }
    }
}
