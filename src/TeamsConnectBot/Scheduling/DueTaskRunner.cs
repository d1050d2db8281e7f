using System.Collections.Frozen;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Resilience;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Runs due tasks. A task's row is deleted in the transaction that records its result, so after a crash it runs again; each task is
/// idempotent.
/// </summary>
internal sealed partial class DueTaskRunner(
    Database database, TimeProvider clock, ServiceMetrics metrics, GraphCircuitBreaker graph,
    IEnumerable<DueTaskHandler> handlers, ILogger<DueTaskRunner> logger)
{
    public const int AtOnce = 4;

    private readonly FrozenDictionary<DueTaskKind, DueTaskHandler> handlers = handlers.ToFrozenDictionary(handler => handler.Kind);

    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> RunDueAsync(int? shard, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = await database.ReadAsync(
            db => Standstill.Allowed(db.DueTasks, db).In(shard, task => task.Shard == shard).Where(task => task.DueAt <= now)
                .OrderBy(task => task.DueAt).ThenBy(task => task.Id).Take(200).ToListAsync(cancellationToken),
            cancellationToken);
        await Parallel.ForEachAsync(
            due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, RunAsync);
        return due.Count > 0;
    }

    private async ValueTask RunAsync(DueTask task, CancellationToken cancellationToken)
    {
        var handler = handlers[task.Kind];
        using var permit = handler.WaitsForGraph ? graph.TryEnter() : null;
        if (permit is null && handler.WaitsForGraph)
        {
            await PostponeAsync(task, graph.RetryAt(), cancellationToken);
            return;
        }

        using var trace = ServiceMetrics.Source.StartActivity("Task");
        try
        {
            await handler.RunAsync(task, cancellationToken);
            graph.Ended(permit, task, null);
            metrics.TaskEnded(succeeded: true);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A timeout is reported as a cancellation too. It must not end the sweep, because the messages come after the tasks.
            graph.Ended(permit, task, failure);
            Log.TaskFailed(logger, failure, task.Kind, task.SubjectId, task.Attempts + 1);
            metrics.TaskEnded(succeeded: false);
            await RetryLaterAsync(task, cancellationToken);
        }
    }

    // The task was not tried, so this does not count as an attempt.
    private Task<int> PostponeAsync(DueTask task, Instant until, CancellationToken cancellationToken) => database.RunAsync(
        db => db.DueTasks.Where(row => row.Id == task.Id && row.DueAt == task.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, until), cancellationToken),
        cancellationToken);

    private Task RetryLaterAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.DueTasks.FindAsync([task.Id], cancellationToken) is { } row)
            {
                row.DueAt = clock.GetCurrentInstant() + Backoff.After(++row.Attempts);
            }
        },
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Kind} for {Subject} failed at attempt {Attempt}; it will be retried")]
        public static partial void TaskFailed(ILogger logger, Exception failure, DueTaskKind kind, Guid subject, int attempt);
    }
}
