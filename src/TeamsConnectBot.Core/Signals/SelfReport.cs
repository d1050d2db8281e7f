using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Core.Signals;

/// <summary>Turns a tap about the last seven days into the same day flags other sources give, so that one rule reads and expires them.</summary>
public static class SelfReport
{
    private const int DaysCovered = 7;

    /// <summary>
    /// Flags for the person's own working days among the seven that end today; they replace the flags held for those days.
    /// 'A lot' marks all of them, 'now and then' every third, 'hardly' none. Alone they make a band for about a week: it ends as
    /// the reported days leave the two weeks looked at.
    /// </summary>
    /// <param name="use">What was tapped.</param>
    /// <param name="today">Today in the person's own zone.</param>
    /// <param name="workingDays">The person's own working days.</param>
    public static ImmutableArray<DayFlag> ToDayFlags(SelfReportedUse use, LocalDate today, IReadOnlySet<IsoDayOfWeek> workingDays)
    {
        ArgumentNullException.ThrowIfNull(workingDays);
        return [.. Enumerable.Range(0, DaysCovered)
            .Select(back => today.PlusDays(-back))
            .Where(day => workingDays.Contains(day.DayOfWeek))
            .Select((day, index) => new DayFlag(day, IsUsed(use, index)))];
    }

    private static bool IsUsed(SelfReportedUse use, int index) => use switch
    {
        SelfReportedUse.ALot => true,
        SelfReportedUse.NowAndThen => index % 3 == 2,
        _ => false,
    };
}
