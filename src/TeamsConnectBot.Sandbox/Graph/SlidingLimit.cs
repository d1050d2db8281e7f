namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>
/// So many requests in so long. Limits of minutes are counted on the business clock, or a week run in seconds would hit
/// them; limits of seconds on the real one, or a caller waiting for a second would wait for ever.
/// </summary>
internal sealed class SlidingLimit(int most, TimeSpan window, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> recent = new();

    /// <summary>How long until there is room again; zero when this request was let in.</summary>
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
