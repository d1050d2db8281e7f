namespace TeamsConnectBot.Graph.Schedules;

/// <summary>
/// How many batches may be in flight. The limit grows by one after that many batches in a row without throttling, and is halved when Graph
/// throttles.
/// </summary>
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
