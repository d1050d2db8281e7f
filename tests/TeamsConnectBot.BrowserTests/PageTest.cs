using Microsoft.Playwright;
using TeamsConnectBot.BrowserTests.Demo;

namespace TeamsConnectBot.BrowserTests;

/// <summary>Tests of the page, each with a new tenant. Any error in the browser fails the test.</summary>
internal abstract class PageTest
{
    private readonly List<string> errors = [];
    private IBrowserContext context = null!;

    protected DemoSandbox Sandbox { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    [SetUp]
    public async Task Start() => Sandbox = await DemoSandbox.StartAsync();

    [TearDown]
    public async Task Stop()
    {
        if (context is not null)
        {
            await context.DisposeAsync();
        }

        await Sandbox.DisposeAsync();
        Assert.That(errors, Is.Empty, "errors in the browser");
        errors.Clear();
    }

    protected ILocator Chair(int index) => Page.Locator($"#chair-{index}");

    protected static ILocator Button(ILocator within, string name) =>
        within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected async Task OpenAsync(
        int width = 1280, ColorScheme scheme = ColorScheme.Light, string query = "left=anouk&right=daniel&lang=nl",
        Func<IPage, Task>? before = null)
    {
        context = await BrowserSetup.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, Locale = "en-GB",
        });
        context.SetDefaultTimeout(60_000);
        Page = await context.NewPageAsync();
        Page.PageError += (_, error) => errors.Add(error);
        Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        if (before is not null)
        {
            await before(Page);
        }

        await Page.GotoAsync(new Uri(Sandbox.Address, "/?" + query).ToString());
        await Expect(Page.Locator("body[data-ready]")).ToBeAttachedAsync();
    }

    /// <summary>Installs the app and joins for both chairs, not through the page, and waits for the invitation on the page.</summary>
    protected async Task InviteBothAsync()
    {
        foreach (var id in new[] { DemoTenant.Anouk, DemoTenant.Daniel })
        {
            var person = Sandbox.Tenant.People.ById(id)!;
            await Sandbox.Teams.InstallAsync(person);
            await Sandbox.Teams.ClickAsync(person, Sandbox.Tenant.Chats.Of(person).Messages[0].Id, "join");
        }

        await Sandbox.Bot.AdvanceToNextEventAsync(CancellationToken.None);
        await Expect(Chair(0).GetByRole(AriaRole.Checkbox, new() { IncludeHidden = true })).ToHaveCountAsync(3);
        await Expect(Chair(1).GetByRole(AriaRole.Checkbox, new() { IncludeHidden = true })).ToHaveCountAsync(3);
    }
}
