using Microsoft.Data.Sqlite;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>The service dies, and starts again.</summary>
internal sealed partial class World
{
    private volatile bool crashed;
    private ActiveFault? severed;
    private int crashes;

    /// <summary>
    /// At its k-th request from now the process is dead: what it had committed by then is all that is left, and nothing it
    /// does afterwards reaches the tenant. Time stands still until <see cref="RestartAfterCrashAsync"/>.
    /// </summary>
    /// <param name="k">1 is the next request.</param>
    /// <param name="afterHandling">Whether that request still took effect.</param>
    public void CrashAt(long k, bool afterHandling) => Faults.KillAt(k, afterHandling, Crash);

    /// <summary>Whether it died; a point may lie beyond the last request.</summary>
    public bool HasCrashed => crashed;

    public async Task RestartAfterCrashAsync()
    {
        await QuietAsync();
        await StopServiceAsync();
        severed?.Dispose();
        crashed = false;
        Database = FileOfCrash;
        await StartServiceAsync();
        await QuietAsync();
    }

    private string FileOfCrash => folder.File($"crash{crashes}.db");

    // The file is copied while requests are held up, so that it fits what the tenant saw.
    private void Crash()
    {
        crashes++;
        var copied = new TaskCompletionSource();
        var held = Faults.Add(new FaultRule { Path = "*", Until = copied.Task, Abort = true });
        using (var from = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False"))
        using (var to = new SqliteConnection($"Data Source={FileOfCrash};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        severed = Faults.Break("*");
        held.Dispose();
        crashed = true;
        copied.SetResult();
    }
}
