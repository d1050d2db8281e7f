using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

internal sealed partial class SandboxReportTests : SandboxFixture
{
    private const string Report = "/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')";

    [Test]
    public async Task Report_V1_IsCsvWithByteOrderMarkAndLastActivityDates()
    {
        using var response = await GraphAsync("GET", Report);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var rows = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(row => row.Split(',')).ToList();
        var person = Server.Tenant.People.All.First(person => person.HasLicence);
        var row = rows.Single(row => row[1] == person.UserPrincipalName);
        var refreshed = new LocalDate(2026, 2, 28);
        var last = Enumerable.Range(0, 7).Select(back => refreshed.PlusDays(-back)).Cast<LocalDate?>()
            .FirstOrDefault(day => Server.Tenant.Organisation.UsedAi(person, day!.Value));

        Assert.Multiple(() =>
        {
            Assert.That(bytes[..3], Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
            Assert.That(rows, Has.Count.EqualTo(Server.Tenant.People.All.Count(each => each.HasLicence)));
            Assert.That(row[0], Is.EqualTo("2026-02-28"));
            Assert.That(row[3], Is.EqualTo(last?.ToString("uuuu-MM-dd", null) ?? ""));
            Assert.That(row[12], Is.EqualTo("7"));
        });
    }

    [Test]
    public async Task Report_Redirected_DownloadAddressRefusesBearerTokens()
    {
        Server.Options.Reports.Redirect = true;

        using var redirect = await GraphAsync("GET", Report);
        using var withBearer = await SendAsync("GET", redirect.Headers.Location!, GraphToken);
        using var without = await SendAsync("GET", redirect.Headers.Location!, null);

        Assert.Multiple(() =>
        {
            Assert.That(redirect.StatusCode, Is.EqualTo(HttpStatusCode.Found));
            Assert.That(withBearer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(without.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task Report_Concealed_HasNoNames_AndTheSettingIsReported()
    {
        Server.Options.Reports.Concealed = true;

        using var response = await GraphAsync("GET", Report);
        var text = await response.Content.ReadAsStringAsync();
        var settings = await GraphJsonAsync("GET", "/admin/reportSettings");

        Assert.Multiple(() =>
        {
            Assert.That(
                text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[1]),
                Is.All.Match("^[0-9A-F]{32}$"));
            Assert.That(text, Does.Not.Contain("@"));
            Assert.That((bool?)settings["displayConcealedNames"], Is.True);
        });
    }

    [Test]
    public async Task Report_Beta_IsJsonWithEmptyStrings()
    {
        using var response = await SendAsync("GET", new Uri(Server.BaseUrl, "/beta" + Report), GraphToken);
        var rows = (await ReadAsync(response))["value"]!.AsArray();

        Assert.That(rows.Select(row => (string?)row!["wordCopilotLastActivityDate"]), Is.All.EqualTo(""));
    }

    [Test]
    public async Task Report_Stale_StatesItsOldRefreshDate()
    {
        Server.Options.Reports.LagDays = 9;

        using var response = await GraphAsync("GET", Report);

        Assert.That((await response.Content.ReadAsStringAsync()).Split("\r\n")[1], Does.StartWith("2026-02-21,"));
    }

    [Test]
    public async Task Report_FifteenthRequestInTenSimulatedMinutes_Is429UntilTenMinutesPass()
    {
        for (var count = 0; count < 14; count++)
        {
            using var response = await GraphAsync("GET", Report);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        using var refused = await GraphAsync("GET", Report);
        Server.Tenant.Clock.Advance(TimeSpan.FromMinutes(10));
        using var later = await GraphAsync("GET", Report);

        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That(later.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task SignIns_SixthRequestInTenSeconds_Is429WithFractionalRetryAfter()
    {
        var first = await GraphJsonAsync("GET", "/auditLogs/signIns");
        for (var count = 1; count < 5; count++)
        {
            using var response = await GraphAsync("GET", "/auditLogs/signIns?$top=5");
        }

        using var refused = await GraphAsync("GET", "/auditLogs/signIns");
        var times = first["value"]!.AsArray().Select(signIn => (string)signIn!["createdDateTime"]!).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(times, Is.Ordered.Descending.Using((IComparer<string>)StringComparer.Ordinal));
            Assert.That(first["value"]!.AsArray().Select(signIn => (int)signIn!["status"]!["errorCode"]!), Has.Some.Zero.And.Some.Not.Zero);
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That(FractionalSeconds().IsMatch(string.Join(',', refused.Headers.NonValidated["Retry-After"])), Is.True);
        });
    }

    [GeneratedRegex(@"^\d+\.\d{3}$")]
    private static partial Regex FractionalSeconds();
}
