using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests.Admin;

/// <summary>The admin page as a Teams tab: in Teams it gets a token through Microsoft's library; elsewhere it contacts nobody.</summary>
internal sealed class TeamsTabTests : AdminPageTest
{
    private const string Teams = "https://teams.microsoft.com/tab";
    private const string Library = "https://res.cdn.office.net/**";

    private readonly List<string> requested = [];

    [SetUp]
    public void ClearRequests() => requested.Clear();

    [Test]
    public async Task SignIn_InTeamsWithoutTheLibrary_OpensTheLinkInANewWindow()
    {
        await FrameAsync(route => route.AbortAsync());

        var link = Page.FrameLocator("iframe").Locator("#start");
        await Expect(link).ToHaveAttributeAsync("target", "_blank");
        Assert.That(requested, Has.Count.EqualTo(1).And.All.EndsWith("/MicrosoftTeams.min.js"));
        Errors.RemoveAll(error => error.Contains("net::ERR_FAILED", StringComparison.Ordinal));
    }

    [Test]
    public async Task SignIn_LibraryReplacedByAnotherFile_DoesNotRunIt()
    {
        await FrameAsync(route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript", Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
            Body = """
                const getAuthToken = async () => { document.title = 'taken'; return 'x'; };
                window.microsoftTeams = { app: { initialize: async () => {} }, authentication: { getAuthToken } };
                """,
        }));

        await Expect(Page.FrameLocator("iframe").Locator("#start")).ToBeVisibleAsync();
        await Page.WaitForFunctionAsync("() => document.querySelector('iframe')");
        Assert.That(Errors, Has.Some.Contains("integrity"));
        Assert.That(await Page.Frames[1].TitleAsync(), Is.Not.EqualTo("taken"));
        Errors.Clear();
    }

    [TestCase("default", "rgb(255, 255, 255)")]
    [TestCase("dark", "rgb(41, 41, 41)")]
    [TestCase("contrast", "rgb(0, 0, 0)")]
    [TestCase("glass", "rgb(41, 41, 41)")]
    public async Task Page_InTeams_HasTeamsThemeAndNotTheBrowsers(string theme, string background)
    {
        await FrameAsync(scheme: theme == "dark" ? ColorScheme.Light : ColorScheme.Dark, theme: theme);

        await Expect(Surface).ToHaveCSSAsync("background-color", background);
        await Expect(Page.FrameLocator("iframe").Locator("body")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Theme_ChangedInTeams_ChangesThePageAtOnce_AndIsRememberedForTheNext()
    {
        await FrameAsync(theme: "default");
        await Expect(Surface).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");

        await Page.Frames[1].EvaluateAsync("() => window.changeTheme('dark')");
        await Expect(Surface).ToHaveCSSAsync("background-color", "rgb(41, 41, 41)");

        // The next page knows it before Teams answers.
        Assert.That(await Page.Frames[1].EvaluateAsync<string>("() => sessionStorage.getItem('theme')"), Is.EqualTo("dark"));
    }

    [Test]
    public async Task SignIn_OutsideTeams_ContactsNobodyElse()
    {
        await NewPageAsync();
        await Page.RouteAsync(Library, route => { requested.Add(route.Request.Url); return route.AbortAsync(); });
        await GoAsync("/admin/sign-in");

        await Expect(Page.Locator("#start")).Not.ToHaveAttributeAsync("target", "_blank");
        Assert.That(requested, Is.Empty);
    }

    private ILocator Surface => Page.FrameLocator("iframe").Locator("header.top");

    /// <summary>Opens the tab in a frame whose Teams has a theme; the library is there already.</summary>
    private async Task FrameAsync(string theme, ColorScheme scheme = ColorScheme.Light)
    {
        await NewPageAsync(scheme: scheme);
        await Page.AddInitScriptAsync($$"""
            window.microsoftTeams = {
              app: {
                initialize: async () => {},
                getContext: async () => ({ app: { theme: '{{theme}}' } }),
                registerOnThemeChangeHandler: change => { window.changeTheme = change; },
              },
              authentication: { getAuthToken: async () => null },
            };
            """);
        await ShowFrameAsync();
    }

    /// <summary>Opens a page at Teams' address with the tab in a frame.</summary>
    private async Task FrameAsync(Func<IRoute, Task> library)
    {
        await NewPageAsync();
        var loaded = new TaskCompletionSource();
        await Page.RouteAsync(Library, async route =>
        {
            requested.Add(route.Request.Url);
            await library(route);
            loaded.TrySetResult();
        });
        await ShowFrameAsync();
        await loaded.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private async Task ShowFrameAsync()
    {
        var frame = $"<iframe title=\"tab\" src=\"{AddressOf("/admin/sign-in")}\"></iframe>";
        await Page.RouteAsync(Teams, route => route.FulfillAsync(new()
        {
            ContentType = "text/html", Body = $"<!doctype html><title>Teams</title>{frame}",
        }));
        await Page.GotoAsync(Teams);
    }
}
