using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>The bands of those who allowed one, from their day flags.</summary>
internal sealed class AiUseReadings(Database database)
{
    public async Task<ILookup<string, DayFlag>> ReadAsync(CancellationToken cancellationToken)
    {
        var days = await database.ReadAsync(db => db.AiUseDays.ToListAsync(cancellationToken), cancellationToken);
        return days.ToLookup(day => day.PersonId, day => new DayFlag(day.Day, day.Used));
    }

    public static AiUseBand? BandOf(Participant person, IEnumerable<DayFlag> days, IReadOnlySet<IsoDayOfWeek> workingDays, LocalDate today) =>
        person.BandAllowedAt is null ? null : AiUseBandCalculator.Calculate(days, workingDays, today)?.Band;
}
