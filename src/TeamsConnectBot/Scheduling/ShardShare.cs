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

    public IDisposable Begin()
    {
        Interlocked.Increment(ref running);
        return new Part(this);
    }

    private sealed class Part(ShardShare owner) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref owner.running);
    }
}
