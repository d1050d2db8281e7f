using Microsoft.Extensions.Options;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Delivery;

/// <summary>How many messages this process has on their way at once, over all its sweeps.</summary>
internal sealed class SendSlots(IOptions<EngineOptions> options) : IDisposable
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
