using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Signals;

/// <summary>
/// Day flags from the usage report: for people who allowed it and nobody else. A person's own word stays; a day without a
/// report stays unknown.
/// </summary>
internal sealed class ReportedDays(Database database, CopilotUsageReport report, TimeProvider clock)
{
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var allowed = (await database.ReadAsync(db => AllowedAsync(db, cancellationToken), cancellationToken)).Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (allowed.Count > 0 && await report.ReadAsync(allowed.Contains, cancellationToken) is KnownUsage known)
        {
            await database.WriteAsync(db => KeepAsync(db, known, cancellationToken), cancellationToken);
        }
    }

    private async Task KeepAsync(ConnectDb db, KnownUsage usage, CancellationToken cancellationToken)
    {
        // Asked again: someone may have withdrawn it while the report was read.
        var allowed = await AllowedAsync(db, cancellationToken);
        var held = await db.AiUseDays.ToDictionaryAsync(day => (day.PersonId, day.Day), cancellationToken);
        var oldest = clock.GetCurrentInstant().InUtc().Date.PlusDays(-DayFlag.DaysKept);
        foreach (var row in usage.Rows)
        {
            if (!allowed.TryGetValue(row.UserPrincipalName, out var person))
            {
                continue;
            }

            foreach (var flag in FlagsOf(row, usage.RefreshDate).Where(flag => flag.Day > oldest))
            {
                Keep(db, held, person, flag);
            }
        }
    }

    private static void Keep(ConnectDb db, Dictionary<(string, LocalDate), AiUseDay> held, string person, DayFlag flag)
    {
        if (held.TryGetValue((person, flag.Day), out var day))
        {
            // A later report may know of use an earlier one did not; none takes use back.
            day.Used |= flag.Used && day.Source == AiUseSource.UsageReport;
            return;
        }

        var added = new AiUseDay { PersonId = person, Day = flag.Day, Source = AiUseSource.UsageReport, Used = flag.Used };
        held.Add((person, flag.Day), added);
        db.AiUseDays.Add(added);
    }

    // The report names only the last day of use. It is about its refresh date; the days between had reports of their own.
    private static IEnumerable<DayFlag> FlagsOf(UsageRow row, LocalDate refreshed)
    {
        yield return new DayFlag(refreshed, row.LastActivity == refreshed);
        if (row.LastActivity is { } last && last < refreshed)
        {
            yield return new DayFlag(last, true);
        }
    }

    private async Task<Dictionary<string, string>> AllowedAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var people = await db.Participants
            .Where(person => person.JoinedAt != null && person.SourcesAllowedAt != null && person.UserPrincipalName != null
                && (person.PausedUntil == null || person.PausedUntil <= now))
            .Select(person => new { Name = person.UserPrincipalName!, person.PersonId }).ToListAsync(cancellationToken);
        return people.GroupBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First().PersonId, StringComparer.OrdinalIgnoreCase);
    }
}
