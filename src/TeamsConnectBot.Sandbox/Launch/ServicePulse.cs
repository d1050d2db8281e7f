using System.Diagnostics.Metrics;
using Quartz;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>Looks into a service of this process.</summary>
internal sealed class ServicePulse(IServiceProvider service) : IServicePulse, IDisposable
{
    // Any change of schedule makes the scheduler look at the clock; this one changes nothing.
    private static readonly TriggerKey Nobody = new("nobody");

    private readonly WorkMeter work = new(service.GetRequiredService<IMeterFactory>());

    public async Task<Pulse> LookAsync(CancellationToken cancellationToken)
    {
        if (work.InFlight != 0)
        {
            return Pulse.Working;
        }

        var scheduler = await SchedulerAsync(cancellationToken);
        var triggers = (await scheduler.QueryTriggers(new TriggerQuery(), cancellationToken)).Items;
        if (triggers.FirstOrDefault(trigger => trigger.State == TriggerState.Error) is { } broken)
        {
            throw new InvalidOperationException($"The job {broken.JobKey} could not be run; the service's log says why.");
        }

        // One that runs has no next time yet that could be waited for, even when it is done by the next question.
        if (triggers.Any(trigger => trigger.State == TriggerState.Executing)
            || (await scheduler.QueryFireInstances(new FireInstanceQuery { State = FireInstanceState.Executing }, cancellationToken)).Items.Count > 0 || work.InFlight != 0)
        {
            return Pulse.Working;
        }

        var next = triggers.Where(trigger => trigger.State is TriggerState.Normal or TriggerState.Blocked).Min(trigger => trigger.NextFireTimeUtc);
        var planned = Planned(triggers);
        return new Pulse(false, next, planned?.NextFireTimeUtc, planned?.Key.Group == "rounds");
    }

    public async Task WakeAsync(CancellationToken cancellationToken)
    {
        var scheduler = await SchedulerAsync(cancellationToken);
        await scheduler.ResumeTrigger(Nobody, cancellationToken);
    }

    public void Dispose() => work.Dispose();

    private ValueTask<IScheduler> SchedulerAsync(CancellationToken cancellationToken) =>
        service.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);

    // What merely looks around every hour is nothing anybody would wait for.
    private static TriggerHeader? Planned(IEnumerable<TriggerHeader> triggers) => triggers
        .Where(trigger => trigger.Key.Group == "rounds" || trigger.Key.Name.StartsWith("due-sweep-next", StringComparison.Ordinal))
        .MinBy(trigger => trigger.NextFireTimeUtc);
}
