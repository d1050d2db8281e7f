using NodaTime;
using NodaTime.TimeZones;

namespace TeamsConnectBot.Core.Availability;

/// <summary>A zone whose clock changes by the same two rules in every year. NodaTime has these only inside its own data.</summary>
internal sealed class RuleBasedZone(Offset standard, Offset savings, ClockChange toStandard, ClockChange toDaylight)
    : DateTimeZone("Customized Time Zone", false, Offset.Min(standard, standard + savings), Offset.Max(standard, standard + savings))
{
    // Rules are applied to the year before and after as well, so the calendar's own ends are left alone.
    private const int FirstYear = 1;
    private const int LastYear = 9997;

    public override ZoneInterval GetZoneInterval(Instant instant)
    {
        var year = Math.Clamp(instant.InUtc().Year, FirstYear, LastYear);
        var changes = Enumerable.Range(year - 1, 3).SelectMany(Changes).OrderBy(change => change.At).ToList();
        var next = changes.FindIndex(change => change.At > instant);
        var current = next < 0 ? changes.Count - 1 : Math.Max(next - 1, 0);
        var (start, saved) = changes[current];
        return new ZoneInterval(
            saved == Offset.Zero ? "standard" : "daylight",
            next == 0 ? null : start,
            next < 0 ? null : changes[Math.Max(next, 1)].At,
            standard + saved,
            saved);
    }

    private IEnumerable<(Instant At, Offset Saved)> Changes(int year) =>
        [(toDaylight.In(year, standard), savings), (toStandard.In(year, standard + savings), Offset.Zero)];
}
