namespace TeamsConnectBot.Graph.Schedules;

/// <summary>How many batches may be in flight: one more after a full set without throttling, half after Graph throttled.</summary>
internal sealed class AdaptiveLimit(int most)
{
    private int unthrottled;

    public int Current { get; private set; } = 1;

    public void Report(int throttles)
    {
        if (throttles > 0)
        {
            Current = Math.Max(1, Current / 2);
            unthrottled = 0;
            return;
        }

        if (++unthrottled < Current)
        {
            return;
        }

        Current = Math.Min(most, Current + 1);
        unthrottled = 0;
    }
}
