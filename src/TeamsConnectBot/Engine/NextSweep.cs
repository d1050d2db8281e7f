using Microsoft.EntityFrameworkCore;
using NodaTime;
using Quartz;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Engine;

/// <summary>
/// Plans a sweep for the moment the next row is due. Whatever writes a row that is due earlier asks for a sweep itself, so
/// the plan is never late.
/// </summary>
internal sealed class NextSweep(Database database, TimeProvider clock)
{
    private static readonly TriggerKey Key = new("due-sweep-next");

    public async Task PlanAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } due)
        {
            await scheduler.UnscheduleJob(Key, cancellationToken);
            return;
        }

        var at = due.ToDateTimeOffset();
        if ((await scheduler.GetTrigger(Key, cancellationToken))?.NextFireTimeUtc == at)
        {
            return;
        }

        var trigger = TriggerBuilder.Create(clock).WithIdentity(Key).ForJob(DueSweepJob.Key).StartAt(at)
            .WithSimpleSchedule(simple => simple.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    private Task<Instant?> FindAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            // What is held is planned for when somebody starts everything again.
            var isStopped = await EverythingStop.CurrentAsync(db, cancellationToken) is not null;
            var message = await EverythingStop.Allowed(db.Messages, isStopped).Where(row => row.State == MessageState.Planned).MinAsync(row => (Instant?)row.DueAt, cancellationToken);
            var task = await EverythingStop.Allowed(db.DueTasks, isStopped).MinAsync(row => (Instant?)row.DueAt, cancellationToken);
            return message is { } first && task is { } second ? Instant.Min(first, second) : message ?? task;
        },
        cancellationToken);
}
