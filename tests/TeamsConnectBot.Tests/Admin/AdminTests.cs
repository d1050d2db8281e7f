using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>One service for a fixture's tests; each test comes with a browser of its own.</summary>
internal abstract class AdminTests
{
    private readonly List<Visitor> visitors = [];

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
    public void CloseVisitors()
    {
        visitors.ForEach(visitor => visitor.Dispose());
        visitors.Clear();
        World.Tenant.EntraTokens.ChangePersonTokens = null;
    }

    protected virtual Dictionary<string, string> Settings() => [];

    protected virtual OrganisationData Change(OrganisationData organisation) => organisation;

    protected Visitor Anonymous(string language = "en")
    {
        var visitor = new Visitor(World.Tenant.Channel.Service!, World.Tenant.AuthorizeUrl) { Language = language };
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Another browser with the same cookies.</summary>
    protected Visitor CopyOf(Visitor visitor)
    {
        var copy = visitor.Copy();
        visitors.Add(copy);
        return copy;
    }

    protected async Task<Visitor> SignedInAsync(Person person, string language = "en")
    {
        var visitor = Anonymous(language);
        await visitor.SignInAsync(person);
        return visitor;
    }
}
