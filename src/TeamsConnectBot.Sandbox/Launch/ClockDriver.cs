using System.Diagnostics.Metrics;
using Quartz;
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
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly SandboxServer tenant;
    private readonly IServiceProvider service;
    private readonly WorkMeter work;
    private readonly SemaphoreSlim turn = new(1, 1);

    public ClockDriver(SandboxServer tenant, IServiceProvider service)
    {
        (this.tenant, this.service) = (tenant, service);
        work = new WorkMeter(service.GetRequiredService<IMeterFactory>());
    }

    /// <summary>Something the people of the tenant will do, and when; null when nobody plans anything.</summary>
    public Func<DateTimeOffset?> NextByPeople { get; set; } = () => null;

    /// <summary>Lets people do what they planned for now.</summary>
    public Func<CancellationToken, Task> ActPeople { get; set; } = _ => Task.CompletedTask;

    /// <summary>When a round starts or something else is due, as the service's own triggers say.</summary>
    public (DateTimeOffset At, bool IsRound)? NextPlanned { get; private set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    private bool IsIdle => work.InFlight == 0 && tenant.Tenant.Counters.InFlight == 0;

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
        work.Dispose();
        turn.Dispose();
    }

    private async Task<DateTimeOffset?> ServiceQuietAsync(CancellationToken cancellationToken)
    {
        var scheduler = await service.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        using var patience = new CancellationTokenSource(Patience);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var woken = false;
        while (true)
        {
            if (!IsIdle)
            {
                await Task.Delay(Look, both.Token);
                continue;
            }

            var triggers = await scheduler.QueryTriggers(new TriggerQuery(), both.Token);
            if (triggers.Items.FirstOrDefault(trigger => trigger.State == TriggerState.Error) is { } broken)
            {
                throw new InvalidOperationException($"The job {broken.JobKey} could not be run; the service's log says why.");
            }

            var next = triggers.Items.Where(trigger => trigger.State is TriggerState.Normal or TriggerState.Blocked).Min(trigger => trigger.NextFireTimeUtc);
            if (next is { } due && due <= Now && !woken)
            {
                // The scheduler sleeps by the real clock; a change of schedule wakes it to look at this one.
                woken = true;
                await scheduler.ResumeTriggers([.. triggers.Items.Select(trigger => trigger.Key)], both.Token);
            }

            if ((next is null || next > Now) && await NothingRunsAsync(scheduler, both.Token) && IsIdle)
            {
                NextPlanned = PlannedOf(triggers.Items);
                return next;
            }

            await Task.Delay(Look, both.Token);
        }
    }

    // What merely looks around every hour is nothing anybody would wait for.
    private static (DateTimeOffset, bool)? PlannedOf(IEnumerable<TriggerHeader> triggers) => triggers
        .Where(trigger => trigger.Key.Group == "rounds" || trigger.Key.Name.StartsWith("due-sweep-next", StringComparison.Ordinal))
        .OrderBy(trigger => trigger.NextFireTimeUtc)
        .Select(trigger => ((DateTimeOffset, bool)?)(trigger.NextFireTimeUtc!.Value, trigger.Key.Group == "rounds"))
        .FirstOrDefault();

    private static async Task<bool> NothingRunsAsync(IScheduler scheduler, CancellationToken cancellationToken) =>
        (await scheduler.QueryFireInstances(new FireInstanceQuery { State = FireInstanceState.Executing }, cancellationToken)).Items.Count == 0;

    private static DateTimeOffset Earliest(DateTimeOffset target, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
        {
            target = other is { } time && time < target ? time : target;
        }

        return target;
    }
}
