namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Tells that something a page shows has changed.</summary>
internal sealed class TenantChanges
{
    private long version;

    /// <summary>Raised with the new version, on the thread that changed something; keep handlers short.</summary>
    public event Action<long>? Changed;

    public long Version => Interlocked.Read(ref version);

    internal void Tell()
    {
        // Counted even when nobody listens yet: a page that comes later must see that it missed something.
        var now = Interlocked.Increment(ref version);
        Changed?.Invoke(now);
    }
}
