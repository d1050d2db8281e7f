using NodaTime;

namespace TeamsConnectBot.Core.Rules;

/// <summary>Finds moments at which a message doesn't disturb: in working hours, outside quiet hours, focus time and days off.</summary>
public static class SendingWindow
{
    private static readonly Duration Horizon = Duration.FromDays(62);

    /// <summary>The first such moment at or after <paramref name="from"/>; null when there is none in the next two months.</summary>
    public static Instant? Next(Instant from, NudgeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        foreach (var shift in limits.Hours.ShiftsIn(new Interval(from, from + Horizon)))
        {
            var moment = Instant.Max(from, shift.Start);
            while (moment < shift.End && EndOfQuiet(moment, limits) is { } end)
            {
                moment = end;
            }

            if (moment < shift.End)
            {
                return moment;
            }
        }

        return null;
    }

    /// <summary>When what forbids a moment ends; null when nothing forbids it.</summary>
    private static Instant? EndOfQuiet(Instant moment, NudgeLimits limits)
    {
        var zone = limits.Hours.Zone;
        var today = moment.InZone(zone).Date;
        if (limits.Holidays.Contains(today))
        {
            return zone.AtStartOfDay(today.PlusDays(1)).ToInstant();
        }

        Interval?[] quiet =
        [
            limits.QuietHours?.WideOn(today.PlusDays(-1), zone), limits.QuietHours?.WideOn(today, zone),
            limits.RuleQuietHours?.WideOn(today.PlusDays(-1), zone), limits.RuleQuietHours?.WideOn(today, zone),
        ];
        return quiet.OfType<Interval>()
            .Concat(limits.FocusTime)
            .Where(interval => interval.Contains(moment))
            .Select(interval => interval.HasEnd ? interval.End : Instant.MaxValue)
            .Cast<Instant?>()
            .Max();
    }
}
