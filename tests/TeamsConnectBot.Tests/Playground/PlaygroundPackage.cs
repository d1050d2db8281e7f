using System.ComponentModel;
using System.Diagnostics;

namespace TeamsConnectBot.Tests.Playground;

/// <summary>The playground's npm package, installed once beside the built tests and again when the lock file changes.</summary>
internal static class PlaygroundPackage
{
    private static readonly string Npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    public static string File(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Playground", name);

    /// <returns>Why it is unavailable, or null.</returns>
    public static async Task<string?> FetchAsync()
    {
        // npm writes this file last, when everything is installed.
        var stamp = new FileInfo(File("node_modules/.package-lock.json"));
        var isFetched = stamp.Exists && stamp.LastWriteTimeUtc >= System.IO.File.GetLastWriteTimeUtc(File("package-lock.json"));
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            await node.WaitForExitAsync();
            return isFetched ? null : await RunNpmAsync();
        }
        catch (Win32Exception)
        {
            return "Node.js 20 or newer, or the npm that comes with it, is not installed.";
        }
    }

    private static async Task<string?> RunNpmAsync()
    {
        string[] arguments =
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1", "--fetch-timeout=20000"];
        using var npm = Process.Start(new ProcessStartInfo(Npm, arguments)
        {
            WorkingDirectory = File(""),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = await npm.StandardError.ReadToEndAsync(timeout.Token);
            await output;
            await npm.WaitForExitAsync(timeout.Token);
            return npm.ExitCode == 0 ? null : $"npm could not fetch the Agents Playground: {errors.Trim()}";
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            return $"npm did not fetch the Agents Playground within {Timeout.TotalMinutes:0} minutes.";
        }
    }
}
