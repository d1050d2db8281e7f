using System.IO.MemoryMappedFiles;

namespace TeamsConnectBot.Sandbox.Clock;

/// <summary>
/// A business clock that several processes of this machine read, in a small file. It stands still, or runs on from a moment
/// with the real clock. Timers keep the real clock.
/// </summary>
internal sealed class SharedClock : TimeProvider, IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly TimeSpan skew;

    /// <param name="path">The file; made when it is not there.</param>
    /// <param name="skew">How far this reader's clock is ahead of the others'.</param>
    public SharedClock(string path, TimeSpan skew = default)
    {
        this.skew = skew;
        file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, 16);
        view = file.CreateViewAccessor();
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        var started = view.ReadInt64(8);
        var ran = started == 0 ? 0 : System.GetUtcNow().UtcTicks - started;
        return new DateTimeOffset(view.ReadInt64(0) + ran + skew.Ticks, TimeSpan.Zero);
    }

    /// <summary>Stands still at a moment.</summary>
    public void Stand(DateTimeOffset at)
    {
        view.Write(8, 0L);
        view.Write(0, at.UtcTicks);
    }

    /// <summary>Runs on from a moment.</summary>
    public void Run(DateTimeOffset from)
    {
        view.Write(0, from.UtcTicks);
        view.Write(8, System.GetUtcNow().UtcTicks);
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
