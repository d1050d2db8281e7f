using System.Runtime.InteropServices;
using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>Where a gap may start so that it lies on someone's office days, counted in their own time zone.</summary>
internal sealed class OfficeDayMask(Week week, int gapQuarters)
{
    private readonly Dictionary<string, IsoDayOfWeek[]> daysOfZone = [];
    private readonly Dictionary<(string Zone, int Days), ulong[]> masks = [];

    public ReadOnlySpan<ulong> For(DateTimeZone zone, ImmutableHashSet<IsoDayOfWeek> officeDays)
    {
        var key = (zone.Id, officeDays.Aggregate(0, (days, day) => days | 1 << (int)day));
        return CollectionsMarshal.GetValueRefOrAddDefault(masks, key, out _) ??= Create(zone, officeDays);
    }

    private ulong[] Create(DateTimeZone zone, ImmutableHashSet<IsoDayOfWeek> officeDays)
    {
        var days = CollectionsMarshal.GetValueRefOrAddDefault(daysOfZone, zone.Id, out _) ??=
            [.. Enumerable.Range(0, Week.QuarterHours + gapQuarters).Select(quarter => week.At(quarter).InZone(zone).DayOfWeek)];
        var mask = new ulong[WeekAvailability.Words];
        for (var quarter = 0; quarter < Week.QuarterHours; quarter++)
        {
            if (officeDays.Contains(days[quarter]) && officeDays.Contains(days[quarter + gapQuarters - 1]))
            {
                mask[quarter >> 6] |= 1UL << (quarter & 63);
            }
        }

        return mask;
    }
}
