namespace TeamsConnectBot.Tests;

/// <summary>Files of the repository, such as documents that tests compare with the code.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = FindRoot();

    public static string[] ReadLines(params ReadOnlySpan<string> path) => File.ReadAllLines(Path.Combine([Root, .. path]));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeamsConnectBot.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
