using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>
/// Of all that a notification could tell, keeps one thing: that somebody worked with Copilot on this day. Not when, not how
/// often, not in which app.
/// </summary>
internal sealed class InteractionDays(TimeProvider clock)
{
    /// <summary>Whether another notice today would change nothing: whoever works with Copilot all day is not written down all day.</summary>
    public async Task<bool> IsKeptAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        await db.Participants.FindAsync([personId], cancellationToken) is not { } person
        || await db.AiUseDays.FindAsync([personId, TodayOf(person)], cancellationToken) is { Used: true } or { Source: AiUseSource.SelfReport };

    /// <summary>Today is a day with AI.</summary>
    public async Task KeepAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var today = TodayOf(person);
        if (await db.AiUseDays.FindAsync([person.PersonId, today], cancellationToken) is { } day)
        {
            // A person's own word stays.
            day.Used |= day.Source != AiUseSource.SelfReport;
            return;
        }

        db.AiUseDays.Add(new AiUseDay { PersonId = person.PersonId, Day = today, Source = AiUseSource.Notification, Used = true });
    }

    /// <summary>Yesterday, where it was watched from beginning to end and nothing came, is a day without.</summary>
    public async Task CloseYesterdayAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        var watched = await db.Participants.Where(person => person.SourcesAllowedAt != null)
            .Join(db.InteractionWatches, person => person.PersonId, watch => watch.PersonId, (person, watch) => new { person, watch.Since }).ToListAsync(cancellationToken);
        List<LocalDate> days = [.. watched.Select(one => TodayOf(one.person).PlusDays(-1)).Distinct()];
        var known = (await db.AiUseDays.Where(row => days.Contains(row.Day)).Select(row => new { row.PersonId, row.Day }).ToListAsync(cancellationToken))
            .Select(row => (row.PersonId, row.Day)).ToHashSet();
        foreach (var (person, since) in watched.Select(one => (one.person, one.Since)))
        {
            var yesterday = TodayOf(person).PlusDays(-1);
            if (since <= ZoneOf(person).AtStartOfDay(yesterday).ToInstant() && known.Add((person.PersonId, yesterday)))
            {
                db.AiUseDays.Add(new AiUseDay { PersonId = person.PersonId, Day = yesterday, Source = AiUseSource.Notification, Used = false });
            }
        }
    }

    private LocalDate TodayOf(Participant person) => clock.GetCurrentInstant().InZone(ZoneOf(person)).Date;

    private static DateTimeZone ZoneOf(Participant person) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc;
}
