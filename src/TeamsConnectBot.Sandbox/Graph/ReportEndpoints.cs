using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The Copilot usage report per user, and whether its names are concealed.</summary>
internal sealed class ReportEndpoints(SandboxTenant tenant, ReportOptions options)
{
    /// <summary>Where redirected reports lie on the plain listener.</summary>
    public const string DownloadPath = "/reportdownload";

    private static readonly string[] MayReadReports = ["Reports.Read.All"];
    private static readonly string[] MayReadSettings = ["ReportSettings.Read.All"];
    private static readonly Dictionary<string, int> Periods = new() { ["D7"] = 7, ["D30"] = 30, ["D90"] = 90, ["D180"] = 180 };

    private readonly SlidingLimit limit = new(14, TimeSpan.FromMinutes(10), tenant.Clock);
    private readonly ConcurrentDictionary<string, byte[]> downloads = new(StringComparer.Ordinal);

    public IEnumerable<GraphRoute> Routes =>
    [
        .. Periods.Keys.Select(period => new GraphRoute(
            "GET", $"copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='{period}')", "copilotReport", MayReadReports, request => UsageDetail(request, Periods[period]))),
        new("GET", "admin/reportSettings", "reportSettings", MayReadSettings, Settings)
            { Contract = GraphContract.One("adminReportSettings") },
    ];

    /// <summary>The body of a redirected report; null when the address is wrong.</summary>
    public byte[]? Download(string ticket) => downloads.GetValueOrDefault(ticket);

    private GraphReply Settings(GraphCall request) => GraphReply.Ok(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", $"{request.BaseUrl}/$metadata#admin/reportSettings/$entity");
        writer.WriteBoolean("displayConcealedNames", options.Concealed);
        writer.WriteEndObject();
    });

    private GraphReply UsageDetail(GraphCall request, int days)
    {
        if (limit.Enter() is { Ticks: > 0 } wait)
        {
            return GraphReply.Error(429, "TooManyRequests", "Please retry again later.", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        var rows = Rows(days);
        if (request.IsBeta)
        {
            return GraphReply.Ok(writer => UsageReportJson.Write(writer, request, rows, days));
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
        var refreshed = tenant.Now.InUtc().Date.PlusDays(-options.LagDays);
        foreach (var person in tenant.People.All.Where(person => person.HasLicence))
        {
            var last = Enumerable.Range(0, days).Select(back => refreshed.PlusDays(-back)).Cast<LocalDate?>()
                .FirstOrDefault(day => tenant.Organisation.UsedAi(person, day!.Value));
            yield return options.Concealed
                ? new ReportedUsage(refreshed, Conceal(person.UserPrincipalName), Conceal(person.Name), last)
                : new ReportedUsage(refreshed, person.UserPrincipalName, person.Name, last);
        }
    }

    private static string Conceal(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
