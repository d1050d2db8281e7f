namespace TeamsConnectBot.Sandbox.Clock;

/// <summary>
/// A rate limit over a sliding window. Limits in minutes use the simulated clock; otherwise a week simulated in seconds would exceed
/// them. Limits in seconds use the real clock; otherwise a caller that waits a second would wait forever.
/// </summary>
internal sealed class SlidingLimit(int most, TimeSpan window, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> recent = new();

    /// <summary>How long the caller must wait; zero when this request was admitted.</summary>
    public TimeSpan Enter()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            while (recent.TryPeek(out var oldest) && oldest + window <= now)
            {
                recent.Dequeue();
            }

            if (recent.Count >= most)
            {
                return recent.Peek() + window - now;
            }

            recent.Enqueue(now);
            return TimeSpan.Zero;
        }
    }
}
