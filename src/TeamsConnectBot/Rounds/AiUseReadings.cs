using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Rounds;

/// <summary>Calculates AI-use bands from the days that people allowed the service to use.</summary>
internal sealed class AiUseReadings(Database database)
{
    public async Task<ILookup<string, AiUseDay>> ReadAsync(CancellationToken cancellationToken) =>
        (await database.ReadAsync(db => db.AiUseDays.ToListAsync(cancellationToken), cancellationToken)).ToLookup(day => day.PersonId);

    public static AiUseBand? BandOf(
        Participant person, IEnumerable<AiUseDay> days, IReadOnlySet<IsoDayOfWeek> workingDays, LocalDate today) =>
        AllowedDays.Read(person, days, workingDays, today)?.Band;

    /// <summary>The band of one week, over the working days that the person reported.</summary>
    public static AiUseBand? WeekBandOf(Participant person, IEnumerable<AiUseDay> days, LocalDate monday) =>
        AiUseBandCalculator.OfWeek(AllowedDays.Of(person, days), SelfReportedDays.WorkingOf(person.Preferences), monday);
}
