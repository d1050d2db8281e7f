using Microsoft.Playwright;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.BrowserTests.Admin;

/// <summary>The admin page of the real service, in a small tenant. A fixture has its own service, a test its own browser context.</summary>
internal abstract class AdminPageTest
{
    protected static readonly string[] Pages =
    [
        "/admin", "/admin/rules", "/admin/rules/new", "/admin/rules/everybody", "/admin/rules/everybody/compare",
        "/admin/rules/everybody/try", "/admin/rules/everybody/trial",
        "/admin/approvals", "/admin/figures", "/admin/texts", "/admin/topics", "/admin/holidays", "/admin/contacts", "/admin/report",
        "/admin/log",
    ];

    private readonly TemporaryFolder folder = TemporaryFolder.Create();
    private readonly List<string> errors = [];

    // The cookies of whoever signed in before, by role: signing in takes as long as most tests.
    private readonly Dictionary<string, string> signedIn = [];
    private SandboxServer tenant = null!;
    private RunningService service = null!;
    private IBrowserContext context = null!;

    /// <summary>The errors in the browser so far; a test removes the ones it expects.</summary>
    protected List<string> Errors => errors;

    protected IPage Page { get; private set; } = null!;

    protected SandboxServer Tenant => tenant;

    protected RunningService Service => service;

    protected string DatabaseFile => folder.File("connect.db");

    protected virtual int People => 6;

    /// <summary>Settings of the service that differ from the defaults.</summary>
    protected virtual Dictionary<string, string> Settings => [];

    [OneTimeSetUp]
    public async Task Start()
    {
        tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = People });
        service = await RunningService.StartAsync(tenant, new LaunchOptions
        {
            DatabaseFile = DatabaseFile, ExtraSettings = Settings,
        });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        await tenant.DisposeAsync();
        folder.Dispose();
    }

    [TearDown]
    public async Task Close()
    {
        if (context is not null)
        {
            await context.DisposeAsync();
        }

        Assert.That(errors, Is.Empty, "errors in the browser");
        errors.Clear();
    }

    /// <summary>Closes the browser of a person, so that the test can go on as somebody else.</summary>
    protected async Task CloseContextAsync() => await context.DisposeAsync();

    protected async Task OpenAsync(
        string role = TenantRoles.Admin, string language = "nl", int width = 1280, ColorScheme scheme = ColorScheme.Light,
            bool scripts = true, ForcedColors forcedColors = ForcedColors.None)
    {
        var cookies = signedIn.GetValueOrDefault(role);
        await NewPageAsync(language, width, scheme, scripts, forcedColors, cookies);
        await GoAsync("/admin");
        if (cookies is null)
        {
            await SignInAsync(role);
        }

        await Expect(Page.GetByRole(AriaRole.Navigation).First).ToBeVisibleAsync();
        signedIn[role] = cookies ?? await context.StorageStateAsync();
    }

    /// <summary>Opens the overview as it looks in Teams' dark or contrast theme, or in a browser that prefers light or dark.</summary>
    protected async Task OpenAsync(Look look, int width, string role = TenantRoles.Admin, string language = "nl")
    {
        await OpenAsync(role, language, width, look == Look.Dark ? ColorScheme.Dark : ColorScheme.Light);
        if (look is Look.TeamsContrast or Look.TeamsDark)
        {
            // teams.js sets this from Teams' context; TeamsTabTests tests that.
            var theme = look == Look.TeamsDark ? "dark" : "contrast";
            await Page.AddInitScriptAsync(
                $"addEventListener('DOMContentLoaded', () => document.documentElement.dataset.theme = '{theme}')");
        }
    }

    /// <summary>Opens a page in a new browser, which is signed in only if it gets the cookies of somebody who is.</summary>
    protected async Task NewPageAsync(
        string language = "nl", int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true,
        ForcedColors forcedColors = ForcedColors.None, string? cookies = null)
    {
        context = await BrowserSetup.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, Locale = language == "nl" ? "nl-NL" : "en-GB",
            JavaScriptEnabled = scripts, ForcedColors = forcedColors, StorageState = cookies,
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
    }

    protected async Task SignInAsync(string role)
    {
        await Page.Locator("#start").ClickAsync();
        await Page.Locator($"a[data-role='{role}']").ClickAsync();
    }

    protected async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(new Uri(service.Url, path).ToString());
        Assert.That(answer!.Status, Is.LessThan(400), path);
    }

    protected Uri AddressOf(string path) => new(service.Url, path);

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected async Task TabToAsync(string name)
    {
        const string Focused = "() => { const e = document.activeElement; return e?.ariaLabel || e?.innerText?.trim() || e?.id || ''; }";
        for (var press = 0; press < 80; press++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<string>(Focused) == name)
            {
                return;
            }
        }

        Assert.Fail($"The Tab key never reached '{name}'.");
    }
}

/// <summary>How a page looks.</summary>
public enum Look
{
    Light,
    Dark,
    TeamsDark,
    TeamsContrast,
}
