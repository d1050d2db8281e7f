using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>One service per fixture; each test opens browsers of its own.</summary>
internal abstract class AdminTests
{
    private readonly List<AdminBrowser> browsers = [];

    protected PrivacyWorld World { get; private set; } = null!;

    /// <summary>The person with the admin role. The Sandbox gives roles to the last three people.</summary>
    protected Person Admin => World.People[^1];

    protected Person WorksCouncil => World.People[^2];

    protected Person Reader => World.People[^3];

    protected Person Nobody => World.People[0];

    protected virtual int People => 4;

    [OneTimeSetUp]
    public async Task StartWorld() => World = await PrivacyWorld.StartAsync(People, Change, Settings(), Services);

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

    protected virtual void Services(IServiceCollection services)
    {
    }

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

    /// <summary>Tries the rule 'everybody' on the page, and waits for the result.</summary>
    /// <returns>The address of the result, and the result.</returns>
    protected static async Task<(string Address, PageResponse Result)> DryRunAsync(AdminBrowser admin)
    {
        var started = await admin.SubmitAsync(
            await admin.OpenAsync("/admin/rules/everybody/try"), "handler=Start", ("pool", "everyone"));
        var address = started.Location!.Replace("/try?", "/try?handler=Progress&", StringComparison.Ordinal);
        PageResponse result;
        do
        {
            result = await admin.GetAsync(address);
        }
        while (result.Body.Contains("data-running", StringComparison.Ordinal));

        return (address, result);
    }

    protected async Task<AdminBrowser> SignedInAsync(Person person, string language = "en")
    {
        var browser = Anonymous(language);
        await browser.SignInAsync(person);
        return browser;
    }
}
