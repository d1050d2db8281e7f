using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>
/// Moves the business clock from one thing due to the next and waits, in between, until the service has nothing in flight.
/// So a run is the same every time, however fast the machine is.
/// </summary>
internal sealed class ClockDriver : IDisposable
{
    // Waiting goes by looks, since the scheduler tells nobody that it has nothing to do.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(3);
    private const long WakeEvery = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // The scheduler waits a second by this very clock before it tries a conflict in the database again.
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Nudge = TimeSpan.FromSeconds(2);

    private readonly SandboxServer tenant;
    private readonly IServicePulse service;
    private readonly SemaphoreSlim turn = new(1, 1);

    public ClockDriver(SandboxServer tenant, IServicePulse service) => (this.tenant, this.service) = (tenant, service);

    /// <summary>Something the people of the tenant will do, and when; null when nobody plans anything.</summary>
    public Func<DateTimeOffset?> NextByPeople { get; set; } = () => null;

    /// <summary>Lets people do what they planned for now.</summary>
    public Func<CancellationToken, Task> ActPeople { get; set; } = _ => Task.CompletedTask;

    /// <summary>When a round starts or something else is due, as the service's own triggers say.</summary>
    public (DateTimeOffset At, bool IsRound)? NextPlanned { get; private set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    private SandboxClock Clock => tenant.Tenant.Clock;

    /// <summary>Moves the clock, with all that becomes due on the way done.</summary>
    /// <param name="target">The time to stop at.</param>
    /// <param name="until">Stops earlier, at the first step after which this holds.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    public async Task AdvanceToAsync(DateTimeOffset target, Func<bool>? until, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var next = await QuietAsync(cancellationToken);
            while (Now < target && until?.Invoke() != true)
            {
                Clock.AdvanceTo(Earliest(target, next, NextByPeople()));
                next = await QuietAsync(cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Waits until nothing is in flight, letting people act on what arrived.</summary>
    /// <returns>When the service's next trigger is due.</returns>
    public async Task<DateTimeOffset?> QuietAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = await ServiceQuietAsync(cancellationToken);
            if (NextByPeople() is not { } planned || planned > Now)
            {
                return next;
            }

            await ActPeople(cancellationToken);
        }
    }

    public void Dispose()
    {
        (service as IDisposable)?.Dispose();
        turn.Dispose();
    }

    private async Task<DateTimeOffset?> ServiceQuietAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var woken = long.MinValue;
        var (seen, since) = (tenant.Faults.Requests, Environment.TickCount64);
        while (true)
        {
            if (tenant.Faults.Requests != seen)
            {
                (seen, since) = (tenant.Faults.Requests, Environment.TickCount64);
            }
            else if (Environment.TickCount64 - since > Standstill.TotalMilliseconds)
            {
                Clock.Advance(Nudge);
                since = Environment.TickCount64;
            }

            var pulse = tenant.Tenant.Counters.InFlight == 0 ? await service.LookAsync(both.Token) : Pulse.Working;
            if (!pulse.Busy && pulse.Next is { } due && due <= Now && Environment.TickCount64 - WakeEvery > woken)
            {
                // The scheduler sleeps by the real clock; a change of schedule wakes it to look at this one.
                woken = Environment.TickCount64;
                await service.WakeAsync(both.Token);
            }
            else if (!pulse.Busy && (pulse.Next is null || pulse.Next > Now) && tenant.Tenant.Counters.InFlight == 0)
            {
                NextPlanned = pulse.Planned is { } at ? (at, pulse.PlannedIsRound) : null;
                return pulse.Next;
            }

            await Task.Delay(Look, both.Token);
        }
    }

    private static DateTimeOffset Earliest(DateTimeOffset target, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
        {
            target = other is { } time && time < target ? time : target;
        }

        return target;
    }
}
