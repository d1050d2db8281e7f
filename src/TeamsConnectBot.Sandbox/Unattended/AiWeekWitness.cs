using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>
/// Looks in the database every day and compares it with the reports that the tenant handed out: from how many rows a day was kept, and
/// that nothing was kept of people who did not allow it.
/// </summary>
/// <param name="reports">The reports that the tenant handed out.</param>
/// <param name="rows">The service's database.</param>
/// <param name="allows">Whether each person who joined allowed it.</param>
internal sealed class AiWeekWitness(ServedReports reports, StoredRows rows, IReadOnlyDictionary<Guid, bool> allows)
{
    private int seen;

    /// <summary>The report's rows from which a day was kept.</summary>
    public int SignalsRead { get; private set; }

    /// <summary>The report's rows of which nothing was kept.</summary>
    public int RowsDropped { get; private set; }

    /// <summary>Days that were kept of somebody who had not allowed it. Must be 0.</summary>
    public int KeptWithoutConsent { get; private set; }

    public void Look()
    {
        var kept = rows.Read("SELECT PersonId, Day, Source FROM AiUseDays");
        KeptWithoutConsent += kept.Count(row => !allows.GetValueOrDefault(Guid.Parse(row[0])));
        var reported = kept.Where(row => row[2] == "UsageReport").Select(row => (Guid.Parse(row[0]), row[1])).ToHashSet();
        foreach (var report in reports.All.Skip(seen))
        {
            seen++;
            var day = report.Refreshed.ToString("R", CultureInfo.InvariantCulture);
            var read = report.People.Count(person => reported.Contains((person, day)));
            SignalsRead += read;
            RowsDropped += report.People.Length - read;
        }
    }
}
