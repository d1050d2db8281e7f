using Microsoft.Extensions.Logging;
using TeamsConnectBot.Operations;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Clouds;

/// <summary>
/// The service in a simulated tenant of GCC High, which issues and accepts tokens of that cloud only. Addresses are those of the Sandbox,
/// as they are in every test; audiences, issuers and links are the cloud's.
/// </summary>
internal sealed class GovernmentTenantTests
{
    private TemporaryFolder folder = null!;
    private SandboxServer server = null!;
    private RunningService service = null!;
    private readonly ServiceLog log = new();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        folder = TemporaryFolder.Create();
        server = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Cloud = TenantCloud.UsGov,
            Organisation = new OrganisationData([SamplePeople.Host, .. SamplePeople.Of(3)], new FakeCalendars().Of, (_, _) => false),
        });
        service = await RunningService.StartAsync(server, Launch("connect.db") with
        {
            LogLevel = "Information",
            ExtraSettings = new Dictionary<string, string> { ["Cloud"] = "UsGov" },
            ConfigureHost = builder => builder.Logging.ClearProviders().AddProvider(log),
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await service.DisposeAsync();
        await server.DisposeAsync();
        log.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task Check_WithTheTenantsCloud_FindsEverythingInOrder() =>
        Assert.That(
            await CheckAsync("Cloud=UsGov"),
            Does.Contain("good   token for Graph").And.Contain("Everything that was tried works.").And.Not.Contain("WRONG"));

    [TestCase("Public")]
    [TestCase("UsGovDod")]
    public async Task Check_WithAnotherCloud_GetsNoTokenForGraph(string cloud) =>
        Assert.That(await CheckAsync($"Cloud={cloud}"), Does.Contain("WRONG  token for Graph"));

    [Test]
    public async Task Person_WhoInstallsTheApp_IsWelcomed()
    {
        var person = server.Tenant.People.All[1];

        await server.Teams.InstallAsync(person);
        await service.Clock.QuietAsync(default);

        Assert.That(server.Tenant.Chats.Of(person).Messages, Is.Not.Empty);
    }

    [Test]
    public async Task Activity_SignedInThePublicCloud_IsUnauthorized()
    {
        var answer = await PostAsync(
            server.Channel.ServiceUrl, server.ChannelTokens.Create(server.Channel.ServiceUrl, token => token.Issuer = PublicIssuer));

        Assert.That(answer, Is.EqualTo(401));
        Assert.That(
            log.WarningsAndErrors.Select(line => line.Message),
            Has.Some.Contains("the token's issuer is that of the cloud Public, but Cloud is UsGov"));
    }

    [TestCase("https://smba.trafficmanager.net/amer/", "Public")]
    [TestCase("https://smba.infra.dod.teams.microsoft.us/teams/", "UsGovDod")]
    public async Task Activity_FromAConnectorOfAnotherCloud_IsForbidden(string serviceUrl, string owner)
    {
        var answer = await PostAsync(serviceUrl, server.ChannelTokens.Create(serviceUrl));

        Assert.That(answer, Is.EqualTo(403));
        Assert.That(
            log.WarningsAndErrors.Select(line => line.Message),
            Has.Some.Contains($"its service URL belongs to the cloud {owner}, but Cloud is UsGov"));
    }

    [Test]
    public async Task Page_OfTheTab_MayBeFramedByTeamsInThatCloudOnly()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(service.Url, "/admin"));

        Assert.That(
            answer.Headers.GetValues("Content-Security-Policy").Single(), Does.EndWith("; frame-ancestors https://gov.teams.microsoft.us"));
    }

    private const string PublicIssuer = "https://api.botframework.com";

    private async Task<int> PostAsync(string serviceUrl, string token)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = "help" };
        server.Channel.Address(server.Tenant.Chats.Of(server.Tenant.People.All[2]), activity);
        activity["serviceUrl"] = serviceUrl;
        return (await server.Channel.PostAsync(activity.ToJsonString(), token, default)).Status;
    }

    private async Task<string> CheckAsync(string setting)
    {
        using var output = new StringWriter();
        await InstallationCheck.RunAsync([.. ServiceSettings.For(server, Launch("check.db")), $"--{setting}"], output, output);
        return output.ToString();
    }

    private LaunchOptions Launch(string database) => new() { DatabaseFile = folder.File(database), LogLevel = "None" };
}
