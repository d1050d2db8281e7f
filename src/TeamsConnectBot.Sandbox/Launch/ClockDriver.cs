using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>
/// Advances the simulated clock from one due time to the next, and waits in between until the service has no work in flight.
/// A run is therefore the same every time, however fast the machine is.
/// </summary>
internal sealed class ClockDriver(SandboxServer tenant, IServiceMonitor service) : IDisposable
{
    // The scheduler doesn't signal that it is idle, so it is polled.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan WakeInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(10);

    // Before it retries after a conflict in the database, the scheduler waits for a second of the simulated clock.
    private static readonly TimeSpan StallTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StallStep = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>When people will next act; null when they have nothing planned.</summary>
    public Func<DateTimeOffset?> NextPeopleAction { get; set; } = () => null;

    /// <summary>Runs the actions that people planned and that are due.</summary>
    public Func<CancellationToken, Task> RunPeopleActions { get; set; } = _ => Task.CompletedTask;

    /// <summary>When a round starts or something else is due, according to the service's own triggers.</summary>
    public (DateTimeOffset At, bool IsRound)? NextPlanned { get; private set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    private SandboxClock Clock => tenant.Tenant.Clock;

    /// <summary>Advances the clock, with everything that falls due done on the way.</summary>
    /// <param name="target">The time to stop at.</param>
    /// <param name="until">Stops at the first step after which this is true.</param>
    /// <param name="cancellationToken">Token to stop between steps.</param>
    public async Task AdvanceToAsync(DateTimeOffset target, Func<bool>? until, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var next = await QuietAsync(cancellationToken);
            while (Now < target && until?.Invoke() != true)
            {
                Clock.AdvanceTo(new[] { target, next ?? target, NextPeopleAction() ?? target }.Min());
                next = await QuietAsync(cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Waits until nothing is in flight, letting people act on what they received.</summary>
    /// <returns>When the service's next trigger is due.</returns>
    public async Task<DateTimeOffset?> QuietAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = await ServiceQuietAsync(cancellationToken);
            if (NextPeopleAction() is not { } planned || planned > Now)
            {
                return next;
            }

            await RunPeopleActions(cancellationToken);
        }
    }

    public void Dispose()
    {
        (service as IDisposable)?.Dispose();
        turn.Dispose();
    }

    private async Task<DateTimeOffset?> ServiceQuietAsync(CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(IdleTimeout);
        var woken = long.MinValue;
        var (requests, since) = (tenant.Faults.Requests, Environment.TickCount64);
        while (true)
        {
            if (tenant.Faults.Requests != requests)
            {
                (requests, since) = (tenant.Faults.Requests, Environment.TickCount64);
            }
            else if (Environment.TickCount64 - since > StallTimeout.TotalMilliseconds)
            {
                Clock.Advance(StallStep);
                since = Environment.TickCount64;
            }

            var status = tenant.Tenant.Counters.InFlight == 0 ? await service.GetStatusAsync(timeout.Token) : ServiceStatus.Working;
            var isDue = status.NextTrigger <= Now;
            if (!status.Busy && isDue && Environment.TickCount64 - WakeInterval.TotalMilliseconds > woken)
            {
                woken = Environment.TickCount64;
                await service.WakeSchedulerAsync(timeout.Token);
            }
            else if (!status.Busy && !isDue && tenant.Tenant.Counters.InFlight == 0)
            {
                NextPlanned = status.NextPlanned is { } at ? (at, status.IsRound) : null;
                return status.NextTrigger;
            }

            await Task.Delay(PollInterval, timeout.Token);
        }
    }
}
