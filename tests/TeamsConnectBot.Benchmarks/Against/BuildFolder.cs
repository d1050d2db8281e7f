using System.Formats.Tar;
using System.IO.Compression;

namespace TeamsConnectBot.Benchmarks.Against;

/// <summary>Where commits are built: outside the repository, which stays as it is.</summary>
internal sealed class BuildFolder : IDisposable
{
    private readonly string path;
    private readonly bool isTemporary;

    private BuildFolder(string path, bool isTemporary) => (this.path, this.isTemporary) = (path, isTemporary);

    public static BuildFolder Temporary() => new(Directory.CreateTempSubdirectory("teamsconnectbot-against-").FullName, true);

    public static BuildFolder Kept(string path) => new(Directory.CreateDirectory(path).FullName, false);

    /// <summary>Publishes the service of a commit as its container ships it, and builds its Sandbox and its benchmarks.</summary>
    public async Task<BuiltCommit> BuildAsync(string name, CancellationToken cancellation)
    {
        var commit = (await Git(["rev-parse", "--verify", name + "^{commit}"]).ReadAsync(cancellation)).Trim();
        var source = Path.Combine(path, commit);
        var built = new BuiltCommit(commit, source);
        var stamp = Path.Combine(source, "built.stamp");
        if (File.Exists(stamp))
        {
            return built;
        }

        await Console.Error.WriteLineAsync($"building {name}");
        await ExportAsync(commit, source, cancellation);

        // A publish with a runtime identifier leaves other outputs, so the ones that run without it are built afterwards.
        await Dotnet(source, "publish", "src/TeamsConnectBot", "-r", "linux-x64", "--self-contained", "false", "-o", built.ServiceFolder)
            .ReadAsync(cancellation);
        await Dotnet(source, "build", "src/TeamsConnectBot.Sandbox").ReadAsync(cancellation);
        await Dotnet(source, "build", "tests/TeamsConnectBot.Benchmarks").ReadAsync(cancellation);
        await File.WriteAllTextAsync(stamp, "", cancellation);
        return built;
    }

    public void Dispose()
    {
        if (isTemporary)
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static async Task ExportAsync(string commit, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var archive = Path.Combine(folder, "source.tar.gz");
        await Git(["archive", "--format=tar.gz", "--output", archive, commit]).ReadAsync(cancellation);
        await using (var file = File.OpenRead(archive))
        {
            await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(unpacked, folder, overwriteFiles: true, cancellation);
        }

        File.Delete(archive);
    }

    private static ChildProcess Git(IReadOnlyList<string> arguments) => new("git", arguments, Checkout.Folder);

    private static ChildProcess Dotnet(string folder, string what, string project, params string[] more) => new(
        "dotnet", [what, project, "-c", "Release", "--nologo", "-v", "quiet", "--disable-build-servers", .. more], folder);
}

/// <summary>A commit that has been built.</summary>
internal sealed record BuiltCommit(string Id, string Folder)
{
    public string ServiceFolder => Path.Combine(Folder, "published");

    /// <summary>The service as its container ships it.</summary>
    public string Service => Path.Combine(ServiceFolder, "TeamsConnectBot.dll");

    public string Sandbox => Path.Combine(Folder, "src/TeamsConnectBot.Sandbox/bin/Release/net10.0/TeamsConnectBot.Sandbox.dll");

    public string Benchmarks => Path.Combine(Folder, "tests/TeamsConnectBot.Benchmarks/bin/Release/net10.0/TeamsConnectBot.Benchmarks.dll");
}
