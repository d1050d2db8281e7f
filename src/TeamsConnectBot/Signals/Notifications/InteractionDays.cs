using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>
/// Keeps only one fact of a notification: that somebody worked with Copilot on this day. When, how often and in which app are not kept.
/// </summary>
internal sealed class InteractionDays(TimeProvider clock)
{
    /// <summary>Whether another notification today would change nothing, so that a day full of them costs one write.</summary>
    public async Task<bool> IsKeptAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        await db.Participants.FindAsync([personId], cancellationToken) is not { } person
        || await db.AiUseDays.FindAsync([personId, TodayOf(person)], cancellationToken)
            is { Used: true } or { Source: AiUseSource.SelfReport };

    /// <summary>Records today as a day with AI.</summary>
    public async Task KeepAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var today = TodayOf(person);
        if (await db.AiUseDays.FindAsync([person.PersonId, today], cancellationToken) is { } day)
        {
            // What a person reported themselves is not overwritten.
            day.Used |= day.Source != AiUseSource.SelfReport;
            return;
        }

        db.AiUseDays.Add(new AiUseDay { PersonId = person.PersonId, Day = today, Source = AiUseSource.Notification, Used = true });
    }

    /// <summary>Records yesterday as a day without AI, if it was watched from beginning to end and no notification came.</summary>
    public async Task CloseYesterdayAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        var watched = await db.Participants.Where(person => person.SourcesAllowedAt != null)
            .Join(db.InteractionWatches, person => person.PersonId, watch => watch.PersonId, (person, watch) => new { person, watch.Since })
            .ToListAsync(cancellationToken);
        List<LocalDate> days = [.. watched.Select(one => TodayOf(one.person).PlusDays(-1)).Distinct()];
        var stored = await db.AiUseDays.Where(row => days.Contains(row.Day)).Select(row => new { row.PersonId, row.Day })
            .ToListAsync(cancellationToken);
        var known = stored.Select(row => (row.PersonId, row.Day)).ToHashSet();
        foreach (var one in watched)
        {
            var (id, yesterday) = (one.person.PersonId, TodayOf(one.person).PlusDays(-1));
            var begins = ZoneOf(one.person).AtStartOfDay(yesterday).ToInstant();

            // A subscription outlives a pause of minutes, in which notifications were dropped.
            if (one.Since <= begins && !(begins < one.person.PausedUntil) && known.Add((id, yesterday)))
            {
                db.AiUseDays.Add(new AiUseDay { PersonId = id, Day = yesterday, Source = AiUseSource.Notification, Used = false });
            }
        }
    }

    private LocalDate TodayOf(Participant person) => clock.GetCurrentInstant().InZone(ZoneOf(person)).Date;

    private static DateTimeZone ZoneOf(Participant person) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc;
}
