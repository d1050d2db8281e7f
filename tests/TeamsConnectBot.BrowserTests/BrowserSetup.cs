using Microsoft.Playwright;
using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.BrowserTests;

/// <summary>One browser for all tests. Without a browser, or without npm at build time, the tests are skipped with a message.</summary>
[SetUpFixture]
internal sealed class BrowserSetup
{
    // The first is Chromium without windows, which takes half the processor time.
    private static readonly string[] Paths =
    [
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    ];

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        // Lets a page at Teams' address frame the service, which is on loopback.
        "--disable-features=LocalNetworkAccessChecks",
    ];

    private const string Skipped = "tests of the pages in a browser";

    private IPlaywright? playwright;

    public static IBrowser Browser { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Launch()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named && !File.Exists(named))
        {
            Assert.Fail($"CHROMIUM names {named}, which does not exist.");
        }

        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } wanted ? wanted : Paths.FirstOrDefault(File.Exists);
        if (path is null)
        {
            Requirement.Skip(Skipped, "No Chromium found: install it, or name it in the environment variable CHROMIUM.");
        }

        if (!PageFiles.HasRenderer)
        {
            Requirement.Skip(Skipped, "The build could not fetch the card renderer: install Node.js 20 or newer with npm and build again.");
        }

        // Generous, because a machine under load is slow.
        Assertions.SetDefaultExpectTimeout(60_000);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
