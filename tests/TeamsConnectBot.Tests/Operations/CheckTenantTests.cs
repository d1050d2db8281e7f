using System.Globalization;
using Azure.Identity;
using TeamsConnectBot.Operations.Checks;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>What <c>check</c> finds when Entra, Graph, Exchange or the connector is wrong in one way at a time.</summary>
internal sealed class CheckTenantTests : CheckTests
{
    [Test]
    public async Task Token_RefusedWithAKnownCode_GetsItsRemedy()
    {
        foreach (var code in CheckDocumentationTests.EntraCodes.Append("AADSTS7000999"))
        {
            using var refused = Server.Faults.RefuseTokens(
                int.Parse(code["AADSTS".Length..], CultureInfo.InvariantCulture), "One thing is wrong. And more.");

            var token = Of((await CheckAsync()).Json, "token:graph");

            Assert.That((string?)token["state"], Is.EqualTo("wrong"), code);
            var known = EntraFindings.Of(code);
            Assert.That((string?)token["finding"], Is.EqualTo(known?.Id ?? "entra-other"), code);
            Assert.That((string?)token["fix"], Is.EqualTo((known ?? EntraFindings.Unknown).Fix), code);
            Assert.That(
                (string?)token["says"],
                known is null ? Does.Match($"^{code}: One thing is wrong. \\(correlation id [0-9a-f-]{{36}}\\)$")
                    : Is.EqualTo($"{code}: One thing is wrong."));
        }
    }

    [Test]
    public async Task Token_AuthorityOutOfReach_IsNotTakenForAWrongSecret()
    {
        var token = Of((await CheckAsync("--Graph:AuthorityHost=https://localhost:1/")).Json, "token:graph");

        Assert.That((string?)token["finding"], Is.EqualTo("entra-unreachable"));
        Assert.That((string?)token["says"], Does.Contain("ConnectionError"));
    }

    [TestCase(400, "<html>", "entra-status", "HTTP 400")]
    [TestCase(200, "<html>", "entra-unreadable", "not one of Entra's")]
    [TestCase(200, """{"access_token":"abc""", "entra-unreadable", "not one of Entra's")]
    [TestCase(200, "[42]", "entra-unreadable", "not one of Entra's")]
    [TestCase(200, "", "entra-unreadable", "not one of Entra's")]
    public async Task Token_AnsweredBySomethingElse_IsNotCalledUnreachable(int status, string body, string finding, string says)
    {
        using var other = Server.Faults.Add(new FaultRule { Path = "/*/oauth2/v2.0/token", Status = status, Body = body });

        var token = Of((await CheckAsync()).Json, "token:graph");

        Assert.That((string?)token["finding"], Is.EqualTo(finding), token.ToJsonString());
        Assert.That((string?)token["says"], Does.Contain(says));
    }

    [Test]
    public async Task Token_UnreadableCertificate_IsNamed()
    {
        var file = Folder.File("not-a-certificate.pem");
        await File.WriteAllTextAsync(file, "nothing");

        var token = Of((await CheckAsync("--Graph:ClientSecret=", $"--Graph:CertificatePath={file}")).Json, "token:graph");

        Assert.That((string?)token["finding"], Is.EqualTo("certificate-file"));
    }

    [Test]
    public void Token_WithoutManagedIdentity_IsNamed() =>
        Assert.That(
            TokenStep.Judge(new CredentialUnavailableException("No endpoint."), usesManagedIdentity: true).Finding,
            Is.EqualTo("no-managed-identity"));

    [Test]
    public async Task Token_OfAnUnknownForm_LeavesPermissionsUnknown()
    {
        using var opaque = Server.Faults.Add(new FaultRule
        {
            Path = "/*/oauth2/v2.0/token", Status = 200, Body = """{"token_type":"Bearer","expires_in":3599,"access_token":"opaque"}""",
        });

        var permissions = Of((await CheckAsync()).Json, "permissions");

        Assert.That((string?)permissions["finding"], Is.EqualTo("unreadable"));
        Assert.That((string?)permissions["state"], Is.EqualTo("notTried"));
    }

    [Test]
    public async Task Bot_WithoutAppId_IsNamed()
    {
        var (_, json) = await CheckAsync("--environment=Development", "--Bot:AppId=");

        Assert.That((string?)Of(json, "bot")["finding"], Is.EqualTo("no-app-id"));
    }

    [Test]
    public async Task Database_ThatIsNone_IsNamed()
    {
        var file = Folder.File("no-database.db");
        await File.WriteAllTextAsync(file, new string('x', 4096));

        var database = Of((await CheckAsync($"--Storage:File={file}")).Json, "database");

        Assert.That((string?)database["finding"], Is.EqualTo("not-opened"));
    }

    private static IEnumerable<TestCaseData> TenantFaults()
    {
        yield return Case("permissions", "missing", "GroupMember.Read.All", server =>
            server.Options.GrantedPermissions = ["User.Read.All"]);
        yield return Case("permissions", "missing", "User.Read.All", server =>
            server.Options.GrantedPermissions = ["GroupMember.Read.All", "Calendars.ReadWrite"]);
        yield return Case("permissions", "every-calendar", "Calendars.ReadWrite", server =>
            server.Options.ConsentsToCalendarsInEntra = true);
        yield return Case("permissions", "not-needed", "Presence.Read.All", server => server.Options.GrantedPermissions =
            [.. server.Options.GrantedPermissions, "Presence.Read.All"]);
        yield return Case("group:everyone", "denied", "read the group", server => server.Faults.Refuse("/v1.0/groups/*", 403));
        yield return Case("group:everyone", "graph-unreadable", "(not the documented form)", server =>
            server.Faults.Html("/v1.0/groups/*"));
        yield return Case("group:everyone", "graph-unreadable", "(not the documented form)", server => server.Faults.Add(new FaultRule
        {
            Path = "/v1.0/groups/*", Status = 200, Body = "not compressed", Headers = new() { ["Content-Encoding"] = "gzip" },
        }));
        yield return Case("group:everyone", "graph-rejected", "group members", server => server.Faults.Refuse("/v1.0/groups/*", 400));
        yield return Case("group:everyone", "graph-throttled", "group members", server => server.Faults.Refuse("/v1.0/groups/*", 429, "0"));
        yield return Case("group:everyone", "graph-unreachable", "group members", server => server.Faults.Refuse("/v1.0/groups/*", 500));
        yield return Case("group:everyone", "no-group", "no group", server => server.Faults.Refuse("/v1.0/groups/*", 404));
        yield return Case("group:everyone", "no-members", "no members", server => server.Faults.Add(
            new FaultRule { Path = "/v1.0/groups/*", Status = 200, Body = """{"value":[]}""" }));
        yield return Case("mailbox:free-busy", "free-busy-unknown", "GraphDown", server =>
            server.Faults.Refuse("/v1.0/users/*/calendar/getSchedule", 500));
        yield return Case("mailbox:calendar", "no-mailbox", "no mailbox", server => server.Faults.Refuse("*/calendarView", 404));
        yield return Case("mailbox:calendar", "calendar-denied", "service mailbox", server => server.Faults.Refuse("*/calendarView", 403));
        yield return Case("mailbox:teams-link", "no-teams-link", "allows no online meetings", server =>
            server.Options.OnlineMeetingProviders = []);
        yield return Case("mailbox:teams-link", "no-teams-link", "only skypeForBusiness", server =>
            server.Options.OnlineMeetingProviders = ["skypeForBusiness"]);
        yield return Case("mailbox:free-busy", "no-free-busy", "NoAccess", server =>
            server.Faults.Refuse("/v1.0/users/*/calendar/getSchedule", 403));
        yield return Case("bot", "not-registered", "HTTP 401", server => server.Faults.Refuse("/teams/*", 401));
        yield return Case("bot", "disabled-by-admin", "blocked the app", server =>
            server.Faults.Refuse("/teams/*", 403, body: """{"error":{"code":"BotDisabledByAdmin","message":"No."}}"""));
        yield return Case("bot", "wrong-connector", "another cloud", server =>
            server.Faults.Refuse("/teams/*", 403, body: """{"error":{"code":"InvalidBotApiHost","message":"No."}}"""));
        yield return Case("bot", "connector-unreachable", "Unreadable", server => server.Faults.Html("/teams/*"));
    }

    private static TestCaseData Case(string key, string finding, string says, Action<SandboxServer> spoil) =>
        new TestCaseData(key, finding, says, spoil).SetArgDisplayNames(key, finding, says);

    [TestCaseSource(nameof(TenantFaults))]
    public async Task Tenant_WithOneFault_IsFound(string key, string finding, string says, Action<SandboxServer> spoil)
    {
        spoil(Server);

        var found = Of((await CheckAsync("--Graph:RetryDelay=00:00:00", "--Graph:MaxRetries=0")).Json, key);

        Assert.That((string?)found["finding"], Is.EqualTo(finding), found.ToJsonString());
        Assert.That((string?)found["says"], Does.Contain(says));
    }
}
