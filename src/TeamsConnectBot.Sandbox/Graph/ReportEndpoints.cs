using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Sandbox.Clock;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The Copilot usage report per user, and the setting that conceals its names.</summary>
internal sealed class ReportEndpoints(SandboxTenant tenant, ReportOptions options)
{
    /// <summary>The path to which a report request is redirected, on the same host; a ticket follows it.</summary>
    public const string DownloadPath = "/reportdownload";

    private static readonly string[] MayReadReports = ["Reports.Read.All"];
    private static readonly string[] MayReadSettings = ["ReportSettings.Read.All"];

    private readonly SlidingLimit limit = new(tenant.Clock, (14, TimeSpan.FromMinutes(10)));
    private readonly ConcurrentDictionary<string, byte[]> downloads = new(StringComparer.Ordinal);

    public IEnumerable<GraphRoute> Routes =>
    [
        .. ((int[])[7, 30, 90, 180]).Select(days => new GraphRoute(
            "GET", $"copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D{days}')", "copilotReport", MayReadReports,
            request => UsageDetail(request, days))),
        new("GET", "admin/reportSettings", "reportSettings", MayReadSettings, Settings, GraphContract.One("adminReportSettings")),
    ];

    /// <summary>When the report was last requested; null when it never was.</summary>
    public Instant? ReadAt { get; private set; }

    /// <summary>The report's file as a request would get it now, without a byte order mark.</summary>
    public string Csv(int days) => Encoding.UTF8.GetString(UsageReportCsv.Write(Rows(days), days, byteOrderMark: false));

    private IEnumerable<Person> Licensed => tenant.People.All.Where(person => person.HasLicence);

    private LocalDate Refreshed => tenant.Now.InUtc().Date.PlusDays(-options.LagDays);

    /// <summary>The report that a redirect with this ticket refers to; null when the ticket is unknown.</summary>
    public byte[]? Download(string ticket) => downloads.GetValueOrDefault(ticket);

    private GraphReply Settings(GraphCall request) =>
        GraphReply.One(request, "admin/reportSettings/$entity", new JsonObject { ["displayConcealedNames"] = options.Concealed });

    private GraphReply UsageDetail(GraphCall request, int days)
    {
        if (limit.Enter() is { Ticks: > 0 } wait)
        {
            return GraphReply.Throttled(Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        ReadAt = tenant.Now;
        var rows = Rows(days).ToList();
        tenant.Reports.Add(new ServedReport(Refreshed, [.. Licensed.Select(person => person.ObjectId)]));
        if (request.IsBeta)
        {
            return GraphReply.List(
                request, "Collection(microsoft.graph.copilotUsageUserDetail)", rows,
                (writer, row) => UsageReportJson.Describe(row, days).WriteTo(writer));
        }

        var bytes = UsageReportCsv.Write(rows, days, options.ByteOrderMark);
        if (!options.Redirect)
        {
            return new GraphReply { Status = 200, Bytes = bytes, ContentType = "application/octet-stream" };
        }

        var ticket = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        downloads[ticket] = bytes;
        var root = request.BaseUrl[..request.BaseUrl.LastIndexOf('/')];
        return new GraphReply { Status = 302, Headers = { ["Location"] = $"{root}{DownloadPath}/{ticket}" } };
    }

    private IEnumerable<ReportedUsage> Rows(int days)
    {
        var refreshed = Refreshed;
        foreach (var person in Licensed)
        {
            var last = Enumerable.Range(0, days).Select(back => refreshed.PlusDays(-back)).Cast<LocalDate?>()
                .FirstOrDefault(day => tenant.Organisation.UsedAi(person, day!.Value));
            yield return new ReportedUsage(refreshed, Conceal(person.UserPrincipalName), Conceal(person.Name), last);
        }
    }

    private string Conceal(string text) =>
        options.Concealed ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)) : text;
}
