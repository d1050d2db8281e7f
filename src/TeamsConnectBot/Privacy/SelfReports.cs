using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Engine;

namespace TeamsConnectBot.Privacy;

/// <summary>What people tell about their own week with AI: at most fourteen day flags, gone when they expire.</summary>
internal sealed class SelfReports(TimeProvider clock)
{
    public static async Task ClearAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var kept = await db.AiUseDays.Where(day => day.PersonId == person.PersonId && day.Source == AiUseSource.SelfReport).ToListAsync(cancellationToken);
        db.AiUseDays.RemoveRange(kept);
        await db.SaveChangesAsync(cancellationToken);
    }

    public void Keep(ConnectDb db, Participant person, SelfReportedUse use)
    {
        var days = person.Preferences.Days is { Length: > 0 } told ? [.. told] : WorkingHours.MondayToFriday;
        foreach (var flag in SelfReport.ToDayFlags(use, Today(person), days))
        {
            // A day the report told of is overwritten by the person's own word.
            if (db.AiUseDays.Find(person.PersonId, flag.Day) is { } known)
            {
                db.AiUseDays.Remove(known);
                db.SaveChanges();
            }

            db.AiUseDays.Add(new AiUseDay { PersonId = person.PersonId, Day = flag.Day, Source = AiUseSource.SelfReport, Used = flag.Used });
        }
    }

    public static async Task<SelfReportCard> CardAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var days = await db.AiUseDays.Where(day => day.PersonId == person.PersonId && day.Source == AiUseSource.SelfReport)
            .Select(day => day.Day).ToListAsync(cancellationToken);
        Instant? keptUntil = days.Count == 0 ? null : ZoneOf(person).AtStartOfDay(days.Max().PlusDays(DayFlag.DaysKept)).ToInstant();
        return new SelfReportCard(PersonalCards.RefOf(person), keptUntil);
    }

    private LocalDate Today(Participant person) => clock.GetCurrentInstant().InZone(ZoneOf(person)).Date;

    private static DateTimeZone ZoneOf(Participant person) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc;
}
