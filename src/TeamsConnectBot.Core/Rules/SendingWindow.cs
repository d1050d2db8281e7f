namespace TeamsConnectBot.Core.Rules;

/// <summary>
/// Finds moments at which a message does not disturb: in working hours, outside quiet hours and days off. Calendars are not considered,
/// because a stored sending time would then reveal when somebody is busy; Teams itself holds back notifications during focus time.
/// </summary>
public static class SendingWindow
{
    private static readonly Duration Horizon = Duration.FromDays(62);

    /// <summary>The first such moment at or after <paramref name="from"/>; null if there is none in the next two months.</summary>
    public static Instant? Next(Instant from, NudgeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        foreach (var shift in ShiftsIn(new Interval(from, from + Horizon), limits))
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

    private static IEnumerable<Interval> ShiftsIn(Interval interval, NudgeLimits limits)
    {
        var shifts = limits.Hours.ShiftsIn(interval);
        return limits.Reported.IsEmpty ? shifts
            : from shift in shifts
              from own in limits.Reported.SelectMany(hours => hours.ShiftsIn(shift)).OrderBy(own => own.Start)
              select new Interval(Instant.Max(shift.Start, own.Start), Instant.Min(shift.End, own.End));
    }

    // Null if the moment is not in quiet time.
    private static Instant? EndOfQuiet(Instant moment, NudgeLimits limits)
    {
        var zone = limits.Hours.Zone;
        var today = moment.InZone(zone).Date;
        if (limits.Holidays.Contains(today))
        {
            return zone.AtStartOfDay(today.PlusDays(1)).ToInstant();
        }

        // Quiet hours may cross midnight, so yesterday's may still apply.
        var quiet = from hours in new[] { limits.QuietHours, limits.RuleQuietHours }
                    from date in new[] { today.PlusDays(-1), today }
                    select hours?.WideOn(date, zone);
        return quiet.OfType<Interval>().Where(interval => interval.Contains(moment)).Max(interval => (Instant?)interval.End);
    }
}
