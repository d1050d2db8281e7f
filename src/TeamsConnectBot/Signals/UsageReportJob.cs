using Quartz;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Signals;

/// <summary>
/// Stores AI-use days from the daily usage report, once the works council agreed and only for people who allowed it. What a person reported
/// themselves is not overwritten; a day without a report stays unknown, and so does a day before the consent, during a pause or while
/// everything was stopped.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class UsageReportJob(
    Database database, CopilotUsageReport report, GraphDirectory directory, SignalApprovals approvals, WorkInFlight work,
    TimeProvider clock) : IJob
{
    public static JobKey Key { get; } = new("usage-report");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        if (!await approvals.MayReadAsync(SignalSource.CopilotReport, cancellationToken))
        {
            return;
        }

        await LookUpNamesAsync(cancellationToken);
        var allowed = await database.ReadAsync(db => AllowedAsync(db, cancellationToken), cancellationToken);
        if (allowed.Count > 0 && await report.ReadAsync(allowed.ContainsKey, cancellationToken) is KnownUsage known)
        {
            await database.WriteAsync(db => KeepAsync(db, known, cancellationToken), cancellationToken);
        }
    }

    // The report calls people by their sign-in name, which a round stores. Whoever joined since has none yet.
    private async Task LookUpNamesAsync(CancellationToken cancellationToken)
    {
        var unnamed = await database.ReadAsync(
            db => Allowing(db).Where(person => person.UserPrincipalName == null).Select(person => person.PersonId)
                .ToListAsync(cancellationToken),
            cancellationToken);
        try
        {
            foreach (var id in unnamed)
            {
                if (await directory.FindAsync(id, cancellationToken) is { } found)
                {
                    await database.WriteAsync(
                        async db =>
                        {
                            if (await db.Participants.FindAsync([id], cancellationToken) is { } person)
                            {
                                person.UserPrincipalName = found.UserPrincipalName;
                            }
                        },
                        cancellationToken);
                }
            }
        }
        catch (GraphUnavailableException)
        {
            // The transport logged why; tomorrow's report tries again.
        }
    }

    private async Task KeepAsync(ConnectDb db, KnownUsage usage, CancellationToken cancellationToken)
    {
        // Checked again, because someone may have withdrawn consent, or stopped everything, while the report was read.
        if (!await approvals.MayReadAsync(db, SignalSource.CopilotReport, cancellationToken))
        {
            return;
        }

        var allowed = await AllowedAsync(db, cancellationToken);

        // The report also tells of days before it is read, in which everything may have been stopped.
        var resumed = (await db.Stops.Select(stop => stop.LiftedAt).ToListAsync(cancellationToken)).Max();
        var held = await db.AiUseDays.ToDictionaryAsync(day => (day.PersonId, day.Day), cancellationToken);
        var oldest = clock.GetCurrentInstant().InUtc().Date.PlusDays(-DayFlag.DaysKept);
        foreach (var row in usage.Rows)
        {
            if (allowed.TryGetValue(row.UserPrincipalName, out var person))
            {
                foreach (var flag in FlagsOf(row, usage.RefreshDate)
                    .Where(flag => flag.Day > oldest && SourceDays.MayBeKept(person, flag.Day)
                        && !(flag.Day.AtMidnight().InUtc().ToInstant() < resumed)))
                {
                    Keep(db, held, person.PersonId, flag);
                }
            }
        }
    }

    private static void Keep(ConnectDb db, Dictionary<(string, LocalDate), AiUseDay> held, string person, DayFlag flag)
    {
        if (held.TryGetValue((person, flag.Day), out var day))
        {
            // A later report may add use that an earlier one missed, but never removes it.
            day.Used |= flag.Used && day.Source == AiUseSource.UsageReport;
            return;
        }

        var added = new AiUseDay { PersonId = person, Day = flag.Day, Source = AiUseSource.UsageReport, Used = flag.Used };
        held.Add((person, flag.Day), added);
        db.AiUseDays.Add(added);
    }

    // The report names only the last day of use, so it covers its refresh date and that day; earlier reports cover the days between.
    private static IEnumerable<DayFlag> FlagsOf(UsageRow row, LocalDate refreshed)
    {
        yield return new DayFlag(refreshed, row.LastActivity == refreshed);
        if (row.LastActivity is { } last && last < refreshed)
        {
            yield return new DayFlag(last, true);
        }
    }

    private IQueryable<Participant> Allowing(ConnectDb db)
    {
        var now = clock.GetCurrentInstant();
        return db.Participants.Where(person => person.JoinedAt != null && person.SourcesAllowedAt != null
            && (person.PausedUntil == null || person.PausedUntil <= now));
    }

    private async Task<Dictionary<string, Participant>> AllowedAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        var people = await Allowing(db).Where(person => person.UserPrincipalName != null).ToListAsync(cancellationToken);
        return people.GroupBy(person => person.UserPrincipalName!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
    }
}
