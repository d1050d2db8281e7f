using System.Net;
using System.Net.Security;
using TeamsConnectBot.Operations.Checks;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>What <c>check</c> says about the messaging endpoint, as this machine sees it.</summary>
internal sealed class CheckEndpointTests : CheckTests
{
    private RunningService service = null!;

    private string Front => Server.AuthorityUrl.Authority;

    [OneTimeSetUp]
    public async Task StartServiceAsync() =>
        service = await RunningService.StartAsync(
            Server, new LaunchOptions { DatabaseFile = Folder.File("service.db"), LogLevel = "None" });

    [OneTimeTearDown]
    public async Task StopServiceAsync() => await service.DisposeAsync();

    [SetUp]
    public void Connect() => Server.Channel.Service = service.Url;

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Case("service-down", "HTTP 502", server => server.Channel.Service = null);
        yield return Case("service-down", "HTTP 503", server => server.Faults.Refuse("/api/messages", 503));
        yield return Case("other-sign-in", "HTTP 401", server => server.Faults.Html("/api/messages", 401));
        yield return Case("redirect", "HTTP 302", server => server.Faults.Refuse("/api/messages", 302));
        yield return Case("other-service", "HTTP 404", server => server.Faults.Refuse("/api/messages", 404));
        yield return Case("other-service", "HTTP 200", server => server.Faults.Html("/api/messages"));
        yield return Case("broken-answer", "ended without an answer", server => server.Faults.Break("/api/messages"));
        yield return Case("certificate-own-authority", "Bot:ExtraCaFile", _ => { });
    }

    private static TestCaseData Case(string finding, string says, Action<SandboxServer> spoil) =>
        new TestCaseData(finding, says, spoil).SetArgDisplayNames(finding, says);

    [TestCaseSource(nameof(Faults))]
    public async Task Endpoint_WithOneFault_IsFound(string finding, string says, Action<SandboxServer> spoil)
    {
        spoil(Server);

        var found = Of((await CheckAsync("--domain", Front)).Json, "endpoint");

        Assert.That((string?)found["finding"], Is.EqualTo(finding), found.ToJsonString());
        Assert.That((string?)found["says"], Does.Contain(says));
    }

    [Test]
    public async Task Endpoint_NothingSaysWhereItIs_IsNotTried() =>
        Assert.That((string?)Of((await CheckAsync()).Json, "endpoint")["finding"], Is.EqualTo("no-domain"));

    [Test]
    public async Task Endpoint_ByTheAdminPagesAddress_IsTried() =>
        Assert.That(
            (string?)Of((await CheckAsync($"--Admin:PublicUrl=https://{Front}")).Json, "endpoint")["says"],
            Does.Contain($"https://{Front}/api/messages"));

    [TestCase("no-such-name.invalid", "no-name")]
    [TestCase("localhost:1", "no-connection")]
    public async Task Endpoint_WithoutServer_SaysWhatIsMissing(string domain, string finding) =>
        Assert.That((string?)Of((await CheckAsync("--domain", domain)).Json, "endpoint")["finding"], Is.EqualTo(finding));

    [Test]
    public async Task Endpoint_WithoutTls_IsFound() =>
        Assert.That(
            (string?)Of((await CheckAsync("--domain", Server.BaseUrl.Authority)).Json, "endpoint")["finding"], Is.EqualTo("no-tls"));

    [TestCase("elsewhere.example", 20, "certificate-name")]
    [TestCase("localhost", -1, "certificate-dates")]
    [TestCase("localhost", 20, "certificate-untrusted")]
    public async Task Endpoint_WithAWrongCertificate_SaysWhatIsWrongWithIt(string name, int days, string finding)
    {
        using var listener = new TlsListener(name, TimeSpan.FromDays(days));

        Assert.That(
            (string?)Of((await CheckAsync("--domain", listener.Authority)).Json, "endpoint")["finding"], Is.EqualTo(finding));
    }

    [Test]
    public void Endpoint_BehindThisMachinesOwnProxy_SaysNothingAboutTeams() =>
        Assert.That(
            EndpointStep.Judge(
                "https://connect.example.org/api/messages",
                new EndpointAnswer(null, "", HttpRequestError.ProxyTunnelError, null, Expired: false)).State,
            Is.EqualTo(CheckState.NotTried));

    [Test]
    public void Endpoint_WithACertificateEverybodyTrusts_IsGoodAndSaysFromWhere()
    {
        const string Body = """{"error":{"code":"Unauthorized","message":"The request carries no valid token for this bot."}}""";
        var answer = new EndpointAnswer(
            HttpStatusCode.Unauthorized, Body, default, SslPolicyErrors.None, Expired: false);

        var result = EndpointStep.Judge("https://connect.example.org/api/messages", answer);

        Assert.That(result.State, Is.EqualTo(CheckState.Good));
        Assert.That(result.Says, Is.EqualTo("answers at https://connect.example.org/api/messages, as this machine sees it"));
    }
}
