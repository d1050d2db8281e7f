using System.Collections.Concurrent;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Remembers the latest activities of this process, and their answers.</summary>
internal sealed class InMemoryActivityLedger(int capacity) : IActivityLedger
{
    public const int DefaultCapacity = 10_000;

    private readonly ConcurrentDictionary<ActivityKey, ActivityOutcome> _outcomes = new();
    private readonly ConcurrentQueue<ActivityKey> _order = new();

    public InMemoryActivityLedger() : this(DefaultCapacity)
    {
    }

    public ValueTask<ActivityOutcome?> FindAsync(ActivityKey key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_outcomes.GetValueOrDefault(key));

    public ValueTask RecordAsync(ActivityKey key, ActivityOutcome outcome, CancellationToken cancellationToken)
    {
        if (!_outcomes.TryAdd(key, outcome)) return ValueTask.CompletedTask;

        _order.Enqueue(key);
        while (_order.Count > capacity && _order.TryDequeue(out var oldest)) _outcomes.TryRemove(oldest, out _);
        return ValueTask.CompletedTask;
    }
}
