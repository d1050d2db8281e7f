using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>The version is written in one place, and the service says which one is running.</summary>
internal sealed partial class VersionTests
{
    private static readonly string Version =
        (string)XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single();

    [Test]
    public void Version_InTheManifestAndTheChangelog_IsTheOneOfTheBuild()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Repository.PathOf("manifest", "manifest.json")))!;

        Assert.That((string?)manifest["version"], Is.EqualTo(Version));
        Assert.That(VersionsIn("CHANGELOG.md")[0], Is.EqualTo(Version));
        Assert.That(ServiceVersion.Text.Split('+')[0], Is.EqualTo(Version));
    }

    [Test]
    public void UpgradeNotes_HaveASectionForEveryVersionInTheChangelog()
    {
        Assert.That(VersionsIn("docs/upgrade.md"), Is.EqualTo(VersionsIn("CHANGELOG.md")).And.Not.Empty);
    }

    [Test]
    public async Task Start_BeforeAnythingElse_LogsTheVersion()
    {
        using var folder = TemporaryFolder.Create();
        using var log = new ServiceLog();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 2 });
        await using var service = await RunningService.StartAsync(tenant, new LaunchOptions
        {
            DatabaseFile = folder.File("connect.db"),
            LogLevel = "Information",
            ConfigureHost = builder => builder.Logging.ClearProviders().AddProvider(log),
        });

        Assert.That(log.Lines.First().ToString(), Does.Contain($"TeamsConnectBot {ServiceVersion.Text} starts"));
    }

    [TestCase("--version", 0, "TeamsConnectBot ", TestName = "CommandLine_Version_PrintsIt")]
    [TestCase("restored", 1, "Nothing was changed.", TestName = "CommandLine_RestoredWithoutSettings_ChangesNothing")]
    public async Task CommandLine_PrintsAndEnds(string argument, int code, string printed)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ServiceHost).Assembly.Location, argument])
        {
            RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath(),
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.EqualTo(code), output);
        Assert.That(output, Does.Contain(printed));
    }

    private static List<string> VersionsIn(string page) =>
        [.. Heading().Matches(File.ReadAllText(Repository.PathOf(page))).Select(match => match.Groups["version"].Value)];

    [GeneratedRegex(@"^## (?<version>\d+\.\d+\.\d+)", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
