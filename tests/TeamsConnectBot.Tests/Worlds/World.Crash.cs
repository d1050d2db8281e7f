using Microsoft.Data.Sqlite;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Crashes the service and restarts it.</summary>
internal sealed partial class World
{
    private volatile bool crashed;
    private ActiveFault? disconnected;
    private int crashes;

    /// <summary>
    /// Crashes the process at its k-th request from now: only what it had committed by then survives, and nothing it does
    /// afterwards reaches the tenant. Time stands still until <see cref="RestartAfterCrashAsync"/>.
    /// </summary>
    /// <param name="k">Which request; 1 is the next one.</param>
    /// <param name="afterHandling">Whether that request still takes effect.</param>
    public void CrashAt(long k, bool afterHandling) => Faults.KillAt(k, afterHandling, Crash);

    /// <summary>As <see cref="CrashAt"/>, at the k-th commit to the database from now.</summary>
    /// <param name="k">Which commit; 1 is the next one.</param>
    /// <param name="afterCommit">Whether it still takes effect.</param>
    public void CrashAtCommit(long k, bool afterCommit) => commits.Set(k, afterCommit, Crash);

    /// <summary>Whether the crash happened; it does not when fewer than k requests were made.</summary>
    public bool HasCrashed => crashed;

    public async Task RestartAfterCrashAsync()
    {
        await QuietAsync();
        await StopServiceAsync();
        disconnected?.Dispose();
        crashed = false;
        Database = CrashedDatabase;
        await StartServiceAsync();
        await QuietAsync();
    }

    private string CrashedDatabase => folder.File($"crash{crashes}.db");

    // The file is copied while requests are held, so that the copy matches what the tenant has seen.
    private void Crash()
    {
        crashes++;
        var copied = new TaskCompletionSource();
        var held = Faults.Add(new FaultRule { Path = "*", Until = copied.Task, Abort = true });
        using (var from = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False"))
        using (var to = new SqliteConnection($"Data Source={CrashedDatabase};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        disconnected = Faults.Break("*");
        held.Dispose();
        crashed = true;
        copied.SetResult();
    }
}
