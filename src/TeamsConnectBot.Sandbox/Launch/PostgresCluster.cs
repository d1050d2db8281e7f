using System.Diagnostics;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>A private PostgreSQL server in a temporary folder, reachable only through a socket in that folder.</summary>
internal sealed class PostgresCluster : IDisposable
{
    public const string HowTo =
        "PostgreSQL is not installed; `apt-get install postgresql` is enough, nothing needs to be configured or started.";

    /// <summary>A role that must sign in with a password, which may be a token. It does not exist until somebody creates it.</summary>
    public const string PasswordUser = "connectbot-id";

    private const string User = "postgres";

    // Each check starts a process, which takes a few milliseconds, so this many checks take minutes.
    private const int MostChecks = 10_000;

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

        cluster.RunHere(
            "initdb", ["--pgdata", cluster.Data, "--username", User, "--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync"]);
        cluster.RequirePassword();
        cluster.Start();
        return cluster;
    }

    private string Data => Path.Combine(folder.FullName, "data");

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>The connection string of a database, which the service creates when it first starts.</summary>
    public string Connect(string database) => $"Host={folder.FullName};Username={User};Database={database}";

    /// <summary>Starts the server, or restarts it after <see cref="Stop"/>.</summary>
    public void Start()
    {
        // The server also ends when this process is killed: the shell then sees that its standard input is closed.
        guard = Process.Start(new ProcessStartInfo(
            "/bin/sh",
            [
                "-c", "log=$1; shift; \"$@\" > \"$log\" 2>&1 & cat > /dev/null; kill -QUIT $!", "sh", Path.Combine(folder.FullName, "log"),
                .. Command("postgres", ["-D", Data, .. Settings.SelectMany(setting => new[] { "-c", setting })]),
            ])
        {
            RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath(),
        });
        for (var check = 1; !Succeeds("pg_isready", ["--quiet", "--host", folder.FullName, "--username", User]); check++)
        {
            if (check == MostChecks)
            {
                throw new InvalidOperationException($"PostgreSQL did not start: {File.ReadAllText(Path.Combine(folder.FullName, "log"))}");
            }
        }
    }

    /// <summary>Stops the server and drops every connection.</summary>
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

    // PostgreSQL refuses to run as root.
    private string[] Command(string program, IReadOnlyList<string> arguments) => IsRoot
        ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", Path.Combine(programs, program), .. arguments]
        : [Path.Combine(programs, program), .. arguments];

    // In the file that initdb wrote, which trusts everybody; the first line that fits counts.
    private void RequirePassword()
    {
        var file = Path.Combine(Data, "pg_hba.conf");
        File.WriteAllText(file, $"local all \"{PasswordUser}\" password\n{File.ReadAllText(file)}");
    }

    private void RunHere(string program, IReadOnlyList<string> arguments)
    {
        if (!Succeeds(program, arguments))
        {
            throw new InvalidOperationException($"{program} {arguments[0]} failed.");
        }
    }

    private bool Succeeds(string program, IReadOnlyList<string> arguments) =>
        Command(program, arguments) is [var command, .. var rest] && Run(command, rest) == 0;

    private static int Run(string program, IReadOnlyList<string> arguments)
    {
        // The output is discarded, because a server started by this program would inherit a pipe and keep it open.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null", "sh", program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string? Programs() => !OperatingSystem.IsLinux() || !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
}
