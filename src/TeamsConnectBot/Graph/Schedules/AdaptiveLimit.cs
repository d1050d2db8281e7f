namespace TeamsConnectBot.Graph.Schedules;

/// <summary>How many batches may be in flight: one more after each clean round, half after Graph asked to wait.</summary>
internal sealed class AdaptiveLimit(int most)
{
    private int clean;

    public int Current { get; private set; } = 1;

    public void Report(int throttles)
    {
        if (throttles > 0)
        {
            Current = Math.Max(1, Current / 2);
            clean = 0;
            return;
        }

        if (++clean < Current)
        {
            return;
        }

        Current = Math.Min(most, Current + 1);
        clean = 0;
    }
}
