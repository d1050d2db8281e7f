using TeamsConnectBot.Availability;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// What people report about their own week with AI: at most fourteen day flags, deleted when they expire. Nothing is stored before
/// somebody has joined and has explicitly allowed its use.
/// </summary>
internal sealed class SelfReports(ConsentBook consents, TimeProvider clock)
{
    /// <summary>Shows the card in its current state: it asks for consent, or for the answer.</summary>
    public async Task<Card> ShowAsync(ConnectDb db, Participant person, CancellationToken cancellationToken) =>
        person.JoinedAt is null ? new StateCard(CardState.NotTakingPart) : await CardAsync(db, person, cancellationToken);

    /// <summary>Gives consent to the use of the person's own reports.</summary>
    public async Task<Card> AllowAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        if (person.JoinedAt is not null)
        {
            await consents.SetAsync(db, person, ConsentLayer.OwnWord, true, cancellationToken);
        }

        return await ShowAsync(db, person, cancellationToken);
    }

    /// <summary>Stores an answer in place of an earlier one. Without consent nothing is stored, and the card asks for it.</summary>
    public async Task<Card> TellAsync(ConnectDb db, Participant person, SelfReportedUse use, CancellationToken cancellationToken)
    {
        if (person is { JoinedAt: not null, OwnWordAllowedAt: not null })
        {
            await KeepAsync(db, person, use, cancellationToken);
        }

        return await ShowAsync(db, person, cancellationToken);
    }

    /// <summary>Withdraws the answer and the consent it was based on.</summary>
    public async Task<Card> ClearAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        await consents.SetAsync(db, person, ConsentLayer.OwnWord, false, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await ShowAsync(db, person, cancellationToken);
    }

    private async Task KeepAsync(ConnectDb db, Participant person, SelfReportedUse use, CancellationToken cancellationToken)
    {
        var flags = SelfReport.ToDayFlags(use, TodayOf(person), SelfReportedDays.WorkingOf(person.Preferences));

        // The report replaces an earlier one, and what another source reported about the same days.
        var held = await db.AiUseDays.Where(day => day.PersonId == person.PersonId).ToListAsync(cancellationToken);
        db.AiUseDays.RemoveRange(held.Where(day => day.Source == AiUseSource.SelfReport || flags.Any(flag => flag.Day == day.Day)));
        await db.SaveChangesAsync(cancellationToken);
        db.AiUseDays.AddRange(flags.Select(flag => new AiUseDay
        {
            PersonId = person.PersonId, Day = flag.Day, Source = AiUseSource.SelfReport, Used = flag.Used,
        }));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<SelfReportCard> CardAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var days = await db.AiUseDays.Where(day => day.PersonId == person.PersonId).ToListAsync(cancellationToken);
        var flags = days.Where(day => day.Source == AiUseSource.SelfReport).Select(day => new DayFlag(day.Day, day.Used)).ToList();
        var kept = flags.Count == 0 ? null : new ReportKept(
            SelfReport.Read(flags), flags.Count(flag => flag.Used), flags.Count, clock.GetCurrentInstant(),
            StartOf(flags.Max(flag => flag.ExpiresOn), person));
        return new SelfReportCard(PersonalCards.RefOf(person), person.OwnWordAllowedAt is not null, kept, BandOf(person, days));
    }

    // Over the working days they told us: for their own card, no calendar is read.
    private BandNow? BandOf(Participant person, IEnumerable<AiUseDay> days) =>
        AllowedDays.Read(person, days, SelfReportedDays.WorkingOf(person.Preferences), TodayOf(person)) is { } reading
            ? new BandNow(
                reading.Band, reading.DaysUsed, reading.DaysKnown, clock.GetCurrentInstant(), StartOf(reading.ExpiresOn, person))
            : null;

    private LocalDate TodayOf(Participant person) => clock.GetCurrentInstant().InZone(ZoneOf(person)).Date;

    private static Instant StartOf(LocalDate day, Participant person) => ZoneOf(person).AtStartOfDay(day).ToInstant();

    private static DateTimeZone ZoneOf(Participant person) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc;
}
