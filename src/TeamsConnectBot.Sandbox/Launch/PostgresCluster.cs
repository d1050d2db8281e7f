using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>A PostgreSQL of one's own in a temporary folder, reached only through a socket in it.</summary>
internal sealed class PostgresCluster : IDisposable
{
    public const string HowTo = "PostgreSQL is not installed; `apt-get install postgresql` is enough, nothing needs to be configured or started.";

    private const string User = "postgres";

    private readonly DirectoryInfo folder;
    private readonly string programs;

    private PostgresCluster(DirectoryInfo folder, string programs) => (this.folder, this.programs) = (folder, programs);

    /// <returns>Null where PostgreSQL is not installed.</returns>
    public static PostgresCluster? TryStart()
    {
        if (Programs() is not { } programs)
        {
            return null;
        }

        var cluster = new PostgresCluster(Directory.CreateTempSubdirectory("connect-pg-"), programs);
        if (IsRoot)
        {
            Run("chown", [User, cluster.folder.FullName]);
        }

        cluster.RunHere("initdb", ["--pgdata", cluster.Data, "--username", User, "--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync"]);
        cluster.Start();
        return cluster;
    }

    private string Data => Path.Combine(folder.FullName, "data");

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>How to connect to a database; it is made when the service first starts.</summary>
    public string Connect(string database) => $"Host={folder.FullName};Username={User};Database={database}";

    /// <summary>Starts it again after <see cref="Stop"/>.</summary>
    public void Start() => RunHere(
        "pg_ctl",
        ["start", "--wait", "--pgdata", Data, "--log", Path.Combine(folder.FullName, "log"), "--options",
            $"-c listen_addresses='' -c unix_socket_directories='{folder.FullName}' -c max_connections=200 -c fsync=off -c full_page_writes=off"]);

    /// <summary>Ends it with every connection to it.</summary>
    public void Stop() => RunHere("pg_ctl", ["stop", "--wait", "--pgdata", Data, "--mode", "immediate"]);

    public void Dispose()
    {
        Stop();
        folder.Delete(recursive: true);
    }

    private void RunHere(string program, IReadOnlyList<string> arguments)
    {
        var path = Path.Combine(programs, program);
        if (IsRoot)
        {
            // It refuses to run as root.
            Run("setpriv", [$"--reuid={User}", $"--regid={User}", "--clear-groups", path, .. arguments]);
            return;
        }

        Run(path, arguments);
    }

    private static void Run(string program, IReadOnlyList<string> arguments)
    {
        // What it says goes nowhere; a pipe would be kept open by the server it starts.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null", "sh", program, .. arguments]) { WorkingDirectory = Path.GetTempPath() };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} {arguments[0]} ended with {process.ExitCode}.");
        }
    }

    private static string? Programs()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux) || !Directory.Exists("/usr/lib/postgresql"))
        {
            return null;
        }

        return Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
    }
}
