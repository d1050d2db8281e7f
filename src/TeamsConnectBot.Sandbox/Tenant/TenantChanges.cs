namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Notifies the page that something it shows has changed.</summary>
internal sealed class TenantChanges
{
    private long version;

    /// <summary>Raised with the new version on the thread that made the change, so handlers must be short.</summary>
    public event Action<long>? Changed;

    public long Version => Interlocked.Read(ref version);

    internal void Tell()
    {
        // The change is counted even without subscribers, so that a page that connects later sees that it missed something.
        var now = Interlocked.Increment(ref version);
        Changed?.Invoke(now);
    }
}
