using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Rounds;

/// <summary>The bands of those who allowed one, from the day flags they allowed.</summary>
internal sealed class AiUseReadings(Database database)
{
    public async Task<ILookup<string, AiUseDay>> ReadAsync(CancellationToken cancellationToken)
    {
        var days = await database.ReadAsync(db => db.AiUseDays.ToListAsync(cancellationToken), cancellationToken);
        return days.ToLookup(day => day.PersonId);
    }

    public static AiUseBand? BandOf(Participant person, IEnumerable<AiUseDay> days, IReadOnlySet<IsoDayOfWeek> workingDays, LocalDate today)
    {
        var allowed = days.Where(day => (day.Source == AiUseSource.SelfReport ? person.OwnWordAllowedAt : person.SourcesAllowedAt) is not null)
            .Select(day => new DayFlag(day.Day, day.Used));
        return AiUseBandCalculator.Calculate(allowed, workingDays, today)?.Band;
    }
}
