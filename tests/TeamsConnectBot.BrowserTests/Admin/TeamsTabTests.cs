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

    [Test]
    public async Task SignIn_OutsideTeams_ContactsNobodyElse()
    {
        await NewPageAsync();
        await Page.RouteAsync(Library, route => { requested.Add(route.Request.Url); return route.AbortAsync(); });
        await GoAsync("/admin/sign-in");

        await Expect(Page.Locator("#start")).Not.ToHaveAttributeAsync("target", "_blank");
        Assert.That(requested, Is.Empty);
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
        await Page.RouteAsync(Teams, route => route.FulfillAsync(new()
        {
            ContentType = "text/html", Body = $"<!doctype html><title>Teams</title><iframe src=\"{AddressOf("/admin/sign-in")}\"></iframe>",
        }));
        await Page.GotoAsync(Teams);
        await loaded.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
