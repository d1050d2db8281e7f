using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>One service for a fixture's tests; each test comes with a browser of its own.</summary>
internal abstract class AdminTests
{
    private readonly List<AdminBrowser> browsers = [];

    protected PrivacyWorld World { get; private set; } = null!;

    /// <summary>The person with the admin role; the two below have theirs.</summary>
    protected Person Admin => World.People[^1];

    protected Person WorksCouncil => World.People[^2];

    protected Person Reader => World.People[^3];

    protected Person Nobody => World.People[0];

    protected virtual int People => 4;

    [OneTimeSetUp]
    public async Task StartWorld() => World = await PrivacyWorld.StartAsync(People, Change, Settings());

    [OneTimeTearDown]
    public async Task StopWorld() => await World.DisposeAsync();

    [TearDown]
    public void CloseBrowsers()
    {
        browsers.ForEach(browser => browser.Dispose());
        browsers.Clear();
        World.Tenant.EntraTokens.ChangePersonTokens = null;
    }

    protected virtual Dictionary<string, string> Settings() => [];

    protected virtual OrganisationData Change(OrganisationData organisation) => organisation;

    protected AdminBrowser Anonymous(string language = "en")
    {
        var browser = new AdminBrowser(World.Tenant.Channel.Service!, World.Tenant.AuthorizeUrl) { Language = language };
        browsers.Add(browser);
        return browser;
    }

    /// <summary>Another browser with the same cookies.</summary>
    protected AdminBrowser CopyOf(AdminBrowser browser)
    {
        var copy = browser.Copy();
        browsers.Add(copy);
        return copy;
    }

    protected async Task<AdminBrowser> SignedInAsync(Person person, string language = "en")
    {
        var browser = Anonymous(language);
        await browser.SignInAsync(person);
        return browser;
    }
}
