namespace TeamsConnectBot.Core.Signals;

/// <summary>
/// Turns a person's own answer about the last seven days into day flags, the form that other sources use, so that bands and expiry need
/// no special case for it.
/// </summary>
public static class SelfReport
{
    private const int DaysCovered = 7;

    // 'Now and then' marks every third day.
    private const int FewestToTellApart = 3;

    /// <summary>
    /// Flags for the person's own working days among the seven up to and including today; they replace the stored flags of those days.
    /// 'A lot' marks all of them, 'now and then' every third, 'hardly' none. By themselves they make a band for about a week, until
    /// the reported days leave the two weeks that count.
    /// </summary>
    /// <param name="use">The answer.</param>
    /// <param name="today">Today in the person's own time zone.</param>
    /// <param name="workingDays">The person's own working days.</param>
    public static ImmutableArray<DayFlag> ToDayFlags(SelfReportedUse use, LocalDate today, IReadOnlySet<IsoDayOfWeek> workingDays)
    {
        ArgumentNullException.ThrowIfNull(workingDays);
        return [.. Enumerable.Range(0, DaysCovered)
            .Select(back => today.PlusDays(-back))
            .Where(day => workingDays.Contains(day.DayOfWeek))
            .Select((day, index) => new DayFlag(day, IsUsed(use, index)))];
    }

    /// <summary>
    /// The answer, read back from the flags it left. Null where they do not tell the answers apart, or no longer do: for one or two
    /// working days 'now and then' and 'hardly' leave the same flags.
    /// </summary>
    /// <param name="flags">The flags of one report, as far as they are still stored.</param>
    public static SelfReportedUse? Read(IReadOnlyCollection<DayFlag> flags)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var used = flags.Count(flag => flag.Used);
        return (used, flags.Count) switch
        {
            (0, < FewestToTellApart) => null,
            (0, _) => SelfReportedUse.Hardly,
            _ => used == flags.Count ? SelfReportedUse.ALot : SelfReportedUse.NowAndThen,
        };
    }

    private static bool IsUsed(SelfReportedUse use, int index) => use switch
    {
        SelfReportedUse.ALot => true,
        SelfReportedUse.NowAndThen => index % 3 == 2,
        _ => false,
    };
}
