namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>Cancellation and progress of one run, seen from inside: a step reports its own 0 … 1, the whole never falls back.</summary>
internal sealed class RunControl(IProgress<double>? progress, CancellationToken cancellationToken)
{
    private double from;
    private double to = 1;
    private double reported;

    public void ThrowIfCancelled() => cancellationToken.ThrowIfCancellationRequested();

    /// <summary>From here on, a step's 0 … 1 stands for this part of the whole.</summary>
    public void Enter(double start, double end)
    {
        ThrowIfCancelled();
        (from, to) = (start, end);
        Report(0);
    }

    public void Report(double partDone)
    {
        var done = from + ((to - from) * partDone);
        if (progress is not null && done > reported)
        {
            reported = done;
            progress.Report(done);
        }
    }
}
