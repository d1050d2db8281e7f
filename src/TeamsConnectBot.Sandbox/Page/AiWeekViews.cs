using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>What the page shows about days with AI: the decisions, the source, and the report as Graph gives it.</summary>
internal sealed class AiWeekViews(ReportEndpoints reports, IAiWeek aiWeek)
{
    // The period that the service requests.
    private const int Days = 7;
    private const int MostLines = 200;

    public AiWeekView Of() => new(aiWeek.Decisions, aiWeek.Source, reports.ReadAt?.ToDateTimeOffset());

    /// <summary>The report as the service would get it now, with the lines of these people marked.</summary>
    public ReportView Report(IReadOnlyList<Person> chairs)
    {
        var lines = reports.Csv(Days).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return new ReportView(
            lines[0],
            [
                .. lines.Skip(1).Take(MostLines)
                    .Select(line => new ReportLineView(line, chairs.FirstOrDefault(person => Names(line, person))?.Id)),
            ],
            lines.Length - 1);
    }

    private static bool Names(string line, Person person) => line.Contains($",{person.UserPrincipalName},", StringComparison.Ordinal);
}
