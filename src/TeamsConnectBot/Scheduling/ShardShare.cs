using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Scheduling;

/// <summary>How many shards this process is working on, compared with its share.</summary>
internal sealed class ShardShare
{
    private volatile int share = Shard.Count;
    private int running;

    /// <summary>Whether a sweep should leave its shard to another process.</summary>
    public bool IsExceeded => Volatile.Read(ref running) > share;

    public void Set(int shards) => share = shards;

    public void Begin() => Interlocked.Increment(ref running);

    public void End() => Interlocked.Decrement(ref running);
}
