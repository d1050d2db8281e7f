using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Tests.Graph;

internal sealed class CopilotTests : GraphFixture
{
    public const string Path = "/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')";

    private const string Header =
        "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Copilot Chat Last Activity Date,"
        + "Microsoft Teams Copilot Last Activity Date,Word Copilot Last Activity Date,Excel Copilot Last Activity Date,"
        + "PowerPoint Copilot Last Activity Date,Outlook Copilot Last Activity Date,OneNote Copilot Last Activity Date,"
        + "Loop Copilot Last Activity Date,Report Period";

    private static readonly LocalDate Refreshed = new(2026, 7, 3);

    [TestCase(false)]
    [TestCase(true)]
    public async Task Report_AsCsv_GivesEachAllowedPersonsLastActivity(bool withByteOrderMark)
    {
        Server.On(
            "GET", Path,
            _ => Reply.Csv(Lines(Header, Line("anna@contoso.nl", "2026-07-02"), Line("bas@contoso.nl", "")), withByteOrderMark));

        Assert.That(await KnownAsync(), Is.EqualTo((Refreshed, "anna@contoso.nl=2026-07-02 bas@contoso.nl=", 0)));
        Assert.That(Server.Requests.Single().Header("Authorization"), Is.EqualTo(StaticCredential.Bearer));
    }

    [Test]
    public async Task Report_BehindARedirect_IsFetchedWithoutOurToken()
    {
        Server.On("GET", Path, _ => Reply.Of(302).With("Location", $"{Server.Root}/download"));
        Server.On("GET", "/download", _ => Reply.Csv(Lines(Header, Line("anna@contoso.nl", "2026-07-02"))));

        Assert.That((await KnownAsync()).Rows, Is.EqualTo("anna@contoso.nl=2026-07-02"));
        Assert.That(Server.Requests.Last().Header("Authorization"), Is.Null);
    }

    [TestCase("http://reports.example/download")]
    [TestCase("ftp://127.0.0.1/download")]
    public async Task Report_RedirectedToAnInsecureAddress_IsNotFetched(string location)
    {
        Server.On("GET", Path, _ => Reply.Of(302).With("Location", location));

        Assert.That(await ReadAsync(), Is.EqualTo(new UnavailableUsage(GraphFailure.Unreadable)));
    }

    [Test]
    public async Task Report_InARedirectLoop_IsUnreadable()
    {
        Server.On("GET", Path, _ => Reply.Of(302).With("Location", $"{Server.Root}{Path}"));

        Assert.That(await ReadAsync(), Is.EqualTo(new UnavailableUsage(GraphFailure.Unreadable)));
        Assert.That(Server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task People_WhoDidNotAllowIt_AreDropped()
    {
        Server.On("GET", Path, _ => Reply.Csv(Lines(Header, Line("anna@contoso.nl", "2026-07-02"), Line("bas@contoso.nl", "2026-07-01"))));

        var report = (KnownUsage)await Get<CopilotUsageReport>()
            .ReadAsync(name => name.StartsWith("anna", StringComparison.Ordinal), default);

        Assert.That(report.Rows, Is.EqualTo(new[] { new UsageRow("anna@contoso.nl", new LocalDate(2026, 7, 2)) }));
        Assert.That(Log.All.Single(), Does.Contain("2026").And.Not.Contain("anna").And.Not.Contain("bas"));
    }

    [Test]
    public async Task Columns_InAnotherOrderAndWithNewOnes_AreFoundByName()
    {
        Server.On("GET", Path, _ => Reply.Csv(Lines(
            "Prompts,last activity date,User Principal Name,Report Refresh Date,Display Name",
            "\"1,204\",2026-07-02,anna@contoso.nl,2026-07-03,\"Vries, Anna de\"")));

        Assert.That(await KnownAsync(), Is.EqualTo((Refreshed, "anna@contoso.nl=2026-07-02", 0)));
    }

    [Test]
    public async Task Names_Concealed_GiveNoRowsAndAreLoggedOnce()
    {
        Server.On(
            "GET", Path,
            _ => Reply.Csv(Lines(Header, Line("E58EEF6A6BBD3D0293CB306D24A42057", "2026-07-02"), Line("anna@contoso.nl", "2026-07-02"))));

        Assert.That(await ReadAsync(), Is.EqualTo(new ConcealedUsage()));
        Assert.That(Log.All.Single(), Does.Contain("conceals names"));
    }

    [Test]
    public async Task RefreshDate_ThatDiffersBetweenLines_IsTheOldest()
    {
        var older = Line("bas@contoso.nl", "").Replace("2026-07-03", "2026-06-28", StringComparison.Ordinal);
        Server.On("GET", Path, _ => Reply.Csv(Lines(Header, Line("anna@contoso.nl", ""), older)));

        Assert.That((await KnownAsync()).Refreshed, Is.EqualTo(new LocalDate(2026, 6, 28)));
    }

    [Test]
    public async Task Lines_Malformed_AreSkippedAndCounted()
    {
        Server.On("GET", Path, _ => Reply.Csv(Lines(
            Header, "2026-07-03,ragged@contoso.nl,Ragged", Line("odd@contoso.nl", "yesterday"), "2026-07-03,\"unclosed@contoso.nl,x",
            Line("anna@contoso.nl", "2026-07-02"))));

        Assert.That(await KnownAsync(), Is.EqualTo((Refreshed, "anna@contoso.nl=2026-07-02", 3)));
    }

    [Test]
    public async Task Report_WithoutRows_IsNotAvailableYet()
    {
        Server.On("GET", Path, _ => Reply.Csv(Header + "\r\n"));

        Assert.That(await ReadAsync(), Is.EqualTo(new UnavailableUsage(GraphFailure.NotFound)));
    }

    [TestCase("")]
    [TestCase("""{"value":[]}""")]
    [TestCase("Report Refresh Date,Display Name\r\n2026-07-03,Anna")]
    public async Task Response_ThatIsNotAReport_IsUnreadable(string body)
    {
        Server.On("GET", Path, _ => Reply.Csv(body));

        Assert.That(await ReadAsync(), Is.EqualTo(new UnavailableUsage(GraphFailure.Unreadable)));
    }

    [TestCase(403, GraphFailure.Denied)]
    [TestCase(404, GraphFailure.NotFound)]
    [TestCase(400, GraphFailure.Rejected)]
    public async Task Refusal_OfAnyKind_GivesAReasonInsteadOfAnException(int status, GraphFailure reason)
    {
        Server.On("GET", Path, _ => Reply.Error(status, "SomeCode"));

        Assert.That(await ReadAsync(), Is.EqualTo(new UnavailableUsage(reason)));
    }

    // Graph allows fourteen reads in ten minutes, and its Retry-After is longer than we wait.
    [Test]
    public async Task Report_RequestedTooOften_IsThrottledWithoutWaiting()
    {
        Server.On("GET", Path, _ => Reply.Of(429).With("Retry-After", "300"));

        Assert.That(await ReadAsync(), Is.EqualTo(new UnavailableUsage(GraphFailure.Throttled)));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    private Task<UsageReport> ReadAsync() => Get<CopilotUsageReport>().ReadAsync(_ => true, default);

    private async Task<(LocalDate Refreshed, string Rows, int Unreadable)> KnownAsync()
    {
        var known = (KnownUsage)await ReadAsync();
        var rows = known.Rows.Select(row => $"{row.UserPrincipalName}={row.LastActivity:uuuu-MM-dd}");
        return (known.RefreshDate, string.Join(' ', rows), known.UnreadableLines);
    }

    private static string Lines(params string[] lines) => string.Join("\r\n", lines) + "\r\n";

    private static string Line(string name, string lastActivity) => $"2026-07-03,{name},Someone,{lastActivity},,,,,,,,,7";
}
