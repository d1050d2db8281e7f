using Quartz;

namespace TeamsConnectBot.Engine;

/// <summary>Asks for a sweep now instead of at its next interval. Requests made before one starts are one request.</summary>
internal sealed class SweepRequests(ISchedulerFactory schedulers, WorkInFlight work)
{
    private readonly Lock gate = new();
    private IDisposable? pending;

    public async Task SweepSoonAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (pending is not null)
            {
                return;
            }

            pending = work.Begin();
        }

        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            await scheduler.TriggerJob(DueSweepJob.Key, cancellationToken: cancellationToken);
        }
        catch
        {
            Take()?.Dispose();
            throw;
        }
    }

    /// <summary>Hands the pending request to the sweep that now starts; it ends it when it is done.</summary>
    public IDisposable? Take()
    {
        lock (gate)
        {
            var taken = pending;
            pending = null;
            return taken;
        }
    }
}
