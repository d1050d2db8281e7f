using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>A PostgreSQL of one's own in a temporary folder, reached only through a socket in it.</summary>
internal sealed class PostgresCluster : IDisposable
{
    public const string HowTo = "PostgreSQL is not installed; `apt-get install postgresql` is enough, nothing needs to be configured or started.";

    private const string User = "postgres";

    // Each is a process of its own and takes some milliseconds; together they are minutes.
    private const int Looks = 10_000;

    private readonly DirectoryInfo folder;
    private readonly string programs;
    private Process? guard;

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
            _ = Run("chown", [User, cluster.folder.FullName]);
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
    public void Start()
    {
        // Also when this process is killed the server ends: the shell notices that its standard input is closed.
        guard = Process.Start(new ProcessStartInfo(
            "/bin/sh",
            [
                "-c", "log=$1; shift; \"$@\" > \"$log\" 2>&1 & cat > /dev/null; kill -QUIT $!", "sh", Path.Combine(folder.FullName, "log"),
                .. Command("postgres", ["-D", Data, .. Settings.SelectMany(setting => new[] { "-c", setting })]),
            ])
        {
            RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath(),
        });
        for (var look = 1; !Succeeds("pg_isready", ["--quiet", "--host", folder.FullName, "--username", User]); look++)
        {
            if (look == Looks)
            {
                throw new InvalidOperationException($"PostgreSQL did not start: {File.ReadAllText(Path.Combine(folder.FullName, "log"))}");
            }
        }
    }

    /// <summary>Ends it with every connection to it.</summary>
    public void Stop()
    {
        RunHere("pg_ctl", ["stop", "--wait", "--pgdata", Data, "--mode", "immediate"]);
        guard?.StandardInput.Close();
        guard?.WaitForExit();
        guard?.Dispose();
        guard = null;
    }

    public void Dispose()
    {
        Stop();
        folder.Delete(recursive: true);
    }

    private string[] Settings =>
        ["listen_addresses=", $"unix_socket_directories={folder.FullName}", "max_connections=200", "fsync=off", "full_page_writes=off"];

    // It refuses to run as root.
    private IReadOnlyList<string> Command(string program, IReadOnlyList<string> arguments) => IsRoot
        ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", Path.Combine(programs, program), .. arguments]
        : [Path.Combine(programs, program), .. arguments];

    private void RunHere(string program, IReadOnlyList<string> arguments)
    {
        if (!Succeeds(program, arguments))
        {
            throw new InvalidOperationException($"{program} {arguments[0]} failed.");
        }
    }

    private bool Succeeds(string program, IReadOnlyList<string> arguments)
    {
        var command = Command(program, arguments);
        return Run(command[0], [.. command.Skip(1)]) == 0;
    }

    private static int Run(string program, IReadOnlyList<string> arguments)
    {
        // What it says goes nowhere; a pipe would be kept open by the server it starts.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null", "sh", program, .. arguments]) { WorkingDirectory = Path.GetTempPath() };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
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
