using NodaTime.TimeZones;

namespace TeamsConnectBot.Graph.Schedules;

/// <summary>A zone that a mailbox describes by its rules, because its name is not a known one.</summary>
/// <param name="Bias">Minutes west of UTC in standard time: 480 is UTC−8.</param>
/// <param name="StandardOffset">When standard time begins; month 0 or null means there is no daylight time.</param>
/// <param name="DaylightOffset">When daylight time begins.</param>
internal sealed record CustomZone(int Bias, CustomZone.Change? StandardOffset, CustomZone.Change? DaylightOffset)
{
    /// <summary>The zone the rules describe, or null when they are invalid.</summary>
    public DateTimeZone? ToZone(string name)
    {
        try
        {
            if (StandardOffset is not { Month: > 0 } || DaylightOffset is not { Month: > 0, DaylightBias: { } daylightBias and not 0 })
            {
                return DateTimeZone.ForOffset(Offset.FromSeconds(-60 * Bias));
            }

            var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromMinutes(-daylightBias), DaylightOffset.ToTransition(),
                StandardOffset.ToTransition());
            return BclDateTimeZone.FromTimeZoneInfo(
                TimeZoneInfo.CreateCustomTimeZone($"{name} {Bias}", TimeSpan.FromMinutes(-Bias), name, name, name, [rule]));
        }
        catch (Exception e) when (e is ArgumentException or InvalidTimeZoneException)
        {
            return null;
        }
    }

    /// <summary>The moment the offset changes each year; occurrence 5 is the month's last.</summary>
    internal sealed record Change(string? Time, int DayOccurrence, string? DayOfWeek, int Month, int? DaylightBias)
    {
        public TimeZoneInfo.TransitionTime ToTransition()
        {
            var time = MailboxTime.ParseTime(Time) ?? throw new ArgumentException("A daylight-saving transition has no time.");
            var day = Enum.Parse<DayOfWeek>(DayOfWeek ?? "", ignoreCase: true);
            return TimeZoneInfo.TransitionTime.CreateFloatingDateRule(
                new DateTime(1, 1, 1, time.Hour, time.Minute, time.Second), Month, DayOccurrence, day);
        }
    }
}
