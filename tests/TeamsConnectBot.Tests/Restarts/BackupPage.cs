using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>Runs the commands of docs/backup.md as they are written there.</summary>
internal static partial class BackupPage
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("docs", "backup.md"));

    /// <param name="heading">The heading above the commands.</param>
    /// <param name="variables">The variables that the commands use.</param>
    public static async Task RunAsync(string heading, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-euc", Commands(heading)])
        {
            RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        // Where PostgreSQL is installed without being on the path.
        start.Environment["PATH"] += string.Concat(
            Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(each => $":{each}/bin") : []);
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{Commands(heading)}\n{errors}");
    }

    /// <summary>The arguments of the command `restored` on the page, by name.</summary>
    public static IReadOnlyList<string> RestoredArguments() =>
        [.. Argument().Matches(Commands("The command `restored`")).Select(argument => argument.Value)];

    private static string Commands(string heading) => Regex.Match(
            Text, $@"^### {Regex.Escape(heading)}$(?:(?!^#).)*?^```sh\n(?<commands>.*?)^```",
            RegexOptions.Multiline | RegexOptions.Singleline)
        is { Success: true } found ? found.Groups["commands"].Value
        : throw new AssertionException($"docs/backup.md has no commands under '{heading}'.");

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Argument();
}
