using System.Runtime.CompilerServices;

namespace TeamsConnectBot.Tests;

/// <summary>Files of the repository that the tests are built from.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string[] ReadLines(params string[] parts) => File.ReadAllLines(PathOf(parts));

    private static string FindRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
