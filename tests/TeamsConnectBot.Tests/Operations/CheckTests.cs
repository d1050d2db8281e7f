using TeamsConnectBot.Operations;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>
/// A tenant in which everything is right: one person in the group, one in a nested group, one outside, whom Exchange refuses, and one
/// without a mailbox. Each test may spoil it; it is right again for the next.
/// </summary>
internal abstract class CheckTests
{
    private static readonly string[] Granted = ["GroupMember.Read.All", "User.Read.All", "Calendars.ReadWrite"];
    private static readonly Guid Inner = new("bbbbbbbb-0000-4000-8000-000000000001");

    protected static Person Direct => SamplePeople.Host;

    protected static Person InNestedGroup => SamplePeople.Of(3)[0];

    protected static Person Outsider => SamplePeople.Of(3)[1];

    protected static Person WithoutMailbox => SamplePeople.Of(3)[2] with { Mail = null };

    protected TemporaryFolder Folder { get; private set; } = null!;

    protected SandboxServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Folder = TemporaryFolder.Create();
        Server = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = Folder.Path,
            Organisation = new OrganisationData(
                [Direct, InNestedGroup, Outsider, WithoutMailbox], new FakeCalendars().Of, (_, _) => false),
        });
        var everybody = Server.Tenant.Groups.Find(Server.GroupId)!;
        Server.Tenant.Groups.Set(new TenantGroup(Inner, "Inner") { Members = [InNestedGroup] });
        Server.Tenant.Groups.Set(everybody with { Members = [Direct], Groups = [Inner] });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
    }

    [SetUp]
    public void MakeRight()
    {
        Server.Faults.Clear();
        Server.Options.GrantedPermissions = Granted;
        Server.Options.ConsentsToCalendarsInEntra = false;
        Server.Options.OnlineMeetingProviders = ["teamsForBusiness"];
        Server.Options.InExchangeScope = person => person.ObjectId != Outsider.ObjectId;
    }

    protected static JsonObject Of(JsonObject json, string key) =>
        json["checks"]!.AsArray().Single(check => (string?)check!["key"] == key)!.AsObject();

    protected async Task<(int Code, JsonObject Json)> CheckAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var given = ServiceSettings.For(Server, new LaunchOptions { DatabaseFile = Folder.File("connect.db"), LogLevel = "None" });
        var code = await InstallationCheck.RunAsync([.. given, "--json", .. arguments], output, errors);
        Assert.That(errors.ToString(), Is.Empty);
        return (code, JsonNode.Parse(output.ToString())!.AsObject());
    }
}
