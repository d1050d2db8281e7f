using System.Collections.Concurrent;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Remembers this process's most recent activities and their answers.</summary>
internal sealed class InMemoryActivityLedger(int capacity = 10_000) : IActivityLedger
{
    private readonly ConcurrentDictionary<ActivityKey, ActivityOutcome> outcomes = new();
    private readonly ConcurrentQueue<ActivityKey> order = new();

    public ValueTask<ActivityOutcome?> FindAsync(ActivityKey key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(outcomes.GetValueOrDefault(key));

    public ValueTask RecordAsync(ActivityKey key, ActivityOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcomes.TryAdd(key, outcome))
        {
            order.Enqueue(key);
            while (order.Count > capacity && order.TryDequeue(out var oldest))
            {
                outcomes.TryRemove(oldest, out _);
            }
        }

        return ValueTask.CompletedTask;
    }
}
