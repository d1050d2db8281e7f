namespace TeamsConnectBot.Benchmarks;

/// <summary>The repository that the benchmarks run from.</summary>
internal static class Checkout
{
    public static string Folder { get; } = Find();

    /// <summary>What was built of the service together with the benchmarks, in the same configuration.</summary>
    public static string Service { get; } = Path.Combine(
        Folder, "src/TeamsConnectBot",
        Path.GetRelativePath(Path.Combine(Folder, "tests/TeamsConnectBot.Benchmarks"), AppContext.BaseDirectory), "TeamsConnectBot.dll");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TeamsConnectBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks do not run from within the repository.");
    }
}
