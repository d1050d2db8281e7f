using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// What people tell about their own week with AI: at most fourteen day flags, gone when they expire. Nothing is kept before
/// somebody takes part and has allowed in words that it counts.
/// </summary>
internal sealed class SelfReports(ConsentBook consents, TimeProvider clock)
{
    private static StateCard NotTakingPart { get; } = new(CardState.NotTakingPart);

    /// <summary>Where things stand: the consent to give, or the answer to give.</summary>
    public async Task<Card> ShowAsync(ConnectDb db, Participant person, CancellationToken cancellationToken) =>
        person.JoinedAt is null ? NotTakingPart : await CardAsync(db, person, cancellationToken);

    /// <summary>From now on the person's own word counts.</summary>
    public async Task<Card> AllowAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        if (person.JoinedAt is not null)
        {
            await consents.SetAsync(db, person, ConsentLayer.OwnWord, true, cancellationToken);
        }

        return await ShowAsync(db, person, cancellationToken);
    }

    /// <summary>Keeps an answer in place of an earlier one; without the consent it is asked for first.</summary>
    public async Task<Card> TellAsync(ConnectDb db, Participant person, SelfReportedUse use, CancellationToken cancellationToken)
    {
        if (person is { JoinedAt: not null, OwnWordAllowedAt: not null })
        {
            await KeepAsync(db, person, use, cancellationToken);
        }

        return await ShowAsync(db, person, cancellationToken);
    }

    /// <summary>Takes back the answer and the consent it rested on.</summary>
    public async Task<Card> ClearAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        await consents.SetAsync(db, person, ConsentLayer.OwnWord, false, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await ShowAsync(db, person, cancellationToken);
    }

    private async Task KeepAsync(ConnectDb db, Participant person, SelfReportedUse use, CancellationToken cancellationToken)
    {
        var days = person.Preferences.Days is { Length: > 0 } told ? [.. told] : WorkingHours.MondayToFriday;
        var flags = SelfReport.ToDayFlags(use, Today(person), days);

        // An earlier answer goes, and a day another source told of is overwritten by the person's own word.
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
        var days = await db.AiUseDays.Where(day => day.PersonId == person.PersonId && day.Source == AiUseSource.SelfReport).ToListAsync(cancellationToken);
        var flags = days.Select(day => new DayFlag(day.Day, day.Used)).ToList();
        var kept = flags.Count == 0 ? null : new ReportKept(
            SelfReport.Read(flags), flags.Count(flag => flag.Used), flags.Count, clock.GetCurrentInstant(),
            ZoneOf(person).AtStartOfDay(flags.Max(flag => flag.ExpiresOn)).ToInstant());
        return new SelfReportCard(PersonalCards.RefOf(person), person.OwnWordAllowedAt is not null, kept);
    }

    private LocalDate Today(Participant person) => clock.GetCurrentInstant().InZone(ZoneOf(person)).Date;

    private static DateTimeZone ZoneOf(Participant person) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc;
}
