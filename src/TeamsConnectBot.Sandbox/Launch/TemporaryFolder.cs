namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>A folder that is deleted at the end of the run.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    public static TemporaryFolder Create() => new(Directory.CreateTempSubdirectory("teamsconnectbot-").FullName);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // SQLite's connection pool keeps files open until it is cleared.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
