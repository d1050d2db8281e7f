using Microsoft.Playwright;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.BrowserTests.Whole;

/// <summary>Leading a team at the Sandbox's page, with the real service: from a typed phrase to who comes.</summary>
internal sealed class RitualTests
{
    private static readonly SandboxRun Run = new() { Start = new DateOnly(2026, 11, 23) };

    private InteractiveSandbox sandbox = null!;
    private IBrowserContext context = null!;
    private IPage page = null!;

    [SetUp]
    public async Task StartAsync()
    {
        sandbox = await InteractiveSandbox.StartAsync(Run, Run.ReadOrganisation(), CancellationToken.None);
        context = await BrowserSetup.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "nl-NL" });
        context.SetDefaultTimeout(60_000);
        page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(sandbox.Url, "/?lang=nl").ToString());
        await Assertions.Expect(page.Locator("body[data-ready]")).ToBeAttachedAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await context.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    [Test]
    public async Task Channel_OwnerPlansARitual_ItStandsInBothCalendars_AndShowsWhoComes()
    {
        await Button("App aan het team toevoegen").First.ClickAsync();
        await SayAsync("ritueel nieuw vrijdagkoffie elke vrijdag 15:30");
        await Assertions.Expect(Card).ToContainTextAsync("elke vrijdag 15:30–16:00 (Amsterdam), eerstvolgende: vr 27 nov");

        await ActAsAsync(1);
        await Button("Klopt").ClickAsync();
        await Assertions.Expect(Channel.Locator(".outcome").Last).ToContainTextAsync("somebody else's question");
        await ActAsAsync(0);
        await Button("Klopt").ClickAsync();
        await Assertions.Expect(Card).ToContainTextAsync("Vrijdagkoffie is gepland");
        await Assertions.Expect(page.Locator("#chair-0 .day li.bot")).ToContainTextAsync("15:30–16:00 Vrijdagkoffie");
        await Assertions.Expect(page.Locator("#chair-1 .day li.bot")).ToContainTextAsync("15:30–16:00 Vrijdagkoffie");

        await NextUntilAsync(Button("Ik kom"));
        await ActAsAsync(1);
        await Button("Ik kom").ClickAsync();
        await Assertions.Expect(Card).ToContainTextAsync(await page.GetByLabel("Wie zit rechts?").InputValueAsync());
        await Pictures.TakeAsync(Card, "ritual");
    }

    private ILocator Channel => page.Locator("#channel");

    private ILocator Card => Channel.Locator(".ac-adaptiveCard").Last;

    private ILocator Button(string name) => Channel.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private Task<IReadOnlyList<string>> ActAsAsync(int member) => page.GetByLabel("Je doet dit als").SelectOptionAsync(new SelectOptionValue { Index = member });

    private async Task SayAsync(string text)
    {
        await Channel.GetByRole(AriaRole.Textbox, new() { Name = "Bericht in het kanaal" }).FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task NextUntilAsync(ILocator seen)
    {
        for (var steps = 0; steps < 12 && await seen.CountAsync() == 0; steps++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Volgende gebeurtenis" }).ClickAsync();
            await Assertions.Expect(page.Locator("#clock [aria-busy]")).ToHaveCountAsync(0);
        }

        await Assertions.Expect(seen.First).ToBeVisibleAsync();
    }
}
