using System.ComponentModel;
using System.Diagnostics;

namespace TeamsConnectBot.Tests.Playground;

/// <summary>The playground as npm brings it: fetched once, beside the built tests, and again when the lock file changes.</summary>
internal static class PlaygroundPackage
{
    private static readonly string Npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static string File(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Playground", name);

    /// <returns>Why it is not here, or null.</returns>
    public static async Task<string?> FetchAsync()
    {
        // npm writes its own stamp when everything is in place.
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
            return "Node.js 20 or newer is not installed, or not npm, which comes with it.";
        }
    }

    private static async Task<string?> RunNpmAsync()
    {
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1", "--fetch-timeout=20000"];
        using var npm = Process.Start(new ProcessStartInfo(Npm, arguments)
        {
            WorkingDirectory = File(""),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = await npm.StandardError.ReadToEndAsync(patience.Token);
            await output;
            await npm.WaitForExitAsync(patience.Token);
            return npm.ExitCode == 0 ? null : $"npm could not fetch the Agents Playground: {errors.Trim()}";
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            return $"npm did not fetch the Agents Playground within {Patience.TotalMinutes:0} minutes.";
        }
    }
}
