using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Delivery;

/// <summary>Limits how many messages this process sends at once, over all its sweeps.</summary>
internal sealed class SendSlots(IOptions<SchedulingOptions> options) : IDisposable
{
    private readonly SemaphoreSlim free = new(options.Value.SendAtOnce);

    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        return new Slot(free);
    }

    public void Dispose() => free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
