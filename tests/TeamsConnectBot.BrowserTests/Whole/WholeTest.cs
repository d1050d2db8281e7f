using Microsoft.Playwright;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.BrowserTests.Whole;

/// <summary>The Sandbox's page with the real service behind it, as the README's first command starts it.</summary>
internal abstract class WholeTest
{
    private const int MostSteps = 12;

    private static readonly SandboxRun Run = new() { Start = new DateOnly(2026, 11, 23) };

    private InteractiveSandbox sandbox = null!;
    private IBrowserContext context = null!;

    protected IPage Page { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        sandbox = await InteractiveSandbox.StartAsync(Run, Run.ReadOrganisation(), CancellationToken.None);
        context = await BrowserSetup.Browser.NewContextAsync(
            new() { ViewportSize = new() { Width = 1280, Height = 900 }, DeviceScaleFactor = 2, Locale = "nl-NL" });
        context.SetDefaultTimeout(60_000);
        Page = await context.NewPageAsync();
        await OpenAsync("nl");
    }

    /// <summary>Opens the page with the two people it suggests in that language.</summary>
    protected async Task OpenAsync(string language)
    {
        await Page.GotoAsync(new Uri(sandbox.Url, $"/?lang={language}").ToString());
        await Assertions.Expect(Page.Locator("body[data-ready]")).ToBeAttachedAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await context.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    /// <summary>Advances the clock step by step until something is visible.</summary>
    protected async Task NextUntilAsync(ILocator seen, string step = "Volgende gebeurtenis")
    {
        for (var steps = 0; steps < MostSteps && await seen.CountAsync() == 0; steps++)
        {
            await Page.GetByRole(AriaRole.Button, new() { Name = step }).ClickAsync();
            await Assertions.Expect(Page.Locator("#clock [aria-busy]")).ToHaveCountAsync(0);
        }

        await Assertions.Expect(seen.First).ToBeVisibleAsync();
    }
}
