using System.Diagnostics.Metrics;
using Quartz;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>Monitors a service in this process.</summary>
internal sealed class ServiceMonitor(IServiceProvider service) : IServiceMonitor, IDisposable
{
    // Any change to the schedule wakes the scheduler. Resuming a trigger that doesn't exist counts as one but changes nothing.
    private static readonly TriggerKey NoTrigger = new("nobody");

    private readonly WorkMeter work = new(service.GetRequiredService<IMeterFactory>());

    public async Task<ServiceStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        if (work.InFlight != 0)
        {
            return ServiceStatus.Working;
        }

        var scheduler = await SchedulerAsync(cancellationToken);
        var triggers = (await scheduler.QueryTriggers(new TriggerQuery(), cancellationToken)).Items;
        if (triggers.FirstOrDefault(trigger => trigger.State == TriggerState.Error) is { } failed)
        {
            throw new InvalidOperationException($"The job {failed.JobKey} could not be run; the service's log says why.");
        }

        // While a trigger executes, its next fire time is not known yet; the job may also end between these two queries.
        var executing = new FireInstanceQuery { State = FireInstanceState.Executing };
        if (triggers.Any(trigger => trigger.State == TriggerState.Executing)
            || (await scheduler.QueryFireInstances(executing, cancellationToken)).Items.Count > 0
            || work.InFlight != 0)
        {
            return ServiceStatus.Working;
        }

        // Regular sweeps are not reported as planned, because nobody waits for them.
        var planned = triggers
            .Where(trigger => trigger.Key.Group == "rounds" || trigger.Key.Name.StartsWith("due-sweep-next", StringComparison.Ordinal))
            .MinBy(trigger => trigger.NextFireTimeUtc);
        return new ServiceStatus(
            false,
            triggers.Where(trigger => trigger.State is TriggerState.Normal or TriggerState.Blocked).Min(trigger => trigger.NextFireTimeUtc),
            planned?.NextFireTimeUtc,
            planned?.Key.Group == "rounds");
    }

    public async Task WakeSchedulerAsync(CancellationToken cancellationToken) =>
        await (await SchedulerAsync(cancellationToken)).ResumeTrigger(NoTrigger, cancellationToken);

    public void Dispose() => work.Dispose();

    private ValueTask<IScheduler> SchedulerAsync(CancellationToken cancellationToken) =>
        service.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
}
