using NodaTime;

namespace TeamsConnectBot.Core.Availability;

/// <summary>
/// A zone described by rules instead of a name, as Graph's <c>customTimeZone</c> in somebody's working hours (facts.md B1).
/// Its name, 'Customized Time Zone', can't be looked up anywhere.
/// </summary>
/// <param name="BiasMinutes">Minutes WEST of UTC in standard time: 480 is UTC−8.</param>
/// <param name="StandardBegins">When standard time begins, on the daylight clock; null when the clock never changes.</param>
/// <param name="DaylightBegins">When daylight time begins, on the standard clock; null when the clock never changes.</param>
/// <param name="DaylightBiasMinutes">Minutes added to <paramref name="BiasMinutes"/> in daylight time, as a rule −60.</param>
public sealed record CustomTimeZone(int BiasMinutes, ClockChange? StandardBegins, ClockChange? DaylightBegins, int DaylightBiasMinutes)
{
    private const int MostMinutes = 18 * 60;

    /// <summary>The zone these rules describe.</summary>
    /// <exception cref="UnknownTimeZoneException">A bias or a rule is out of range, or only one of the two changes is given.</exception>
    public DateTimeZone ToZone()
    {
        if (Math.Abs(BiasMinutes) > MostMinutes || Math.Abs(BiasMinutes + DaylightBiasMinutes) > MostMinutes)
        {
            throw new UnknownTimeZoneException($"A custom time zone {BiasMinutes} and {DaylightBiasMinutes} minutes west of UTC lies beyond ±18 hours.");
        }

        var standard = Offset.FromSeconds(-60 * BiasMinutes);
        if (StandardBegins is null && DaylightBegins is null)
        {
            return DateTimeZone.ForOffset(standard);
        }

        if (StandardBegins is not { IsUnderstood: true } toStandard || DaylightBegins is not { IsUnderstood: true } toDaylight)
        {
            throw new UnknownTimeZoneException($"The clock changes '{StandardBegins}' and '{DaylightBegins}' of a custom time zone aren't understood.");
        }

        return new RuleBasedZone(standard, Offset.FromSeconds(-60 * DaylightBiasMinutes), toStandard, toDaylight);
    }
}
