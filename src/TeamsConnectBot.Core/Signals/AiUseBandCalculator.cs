namespace TeamsConnectBot.Core.Signals;

/// <summary>Derives an AI-use band from day flags.</summary>
public static class AiUseBandCalculator
{
    // For a person who works fewer days a week, that number of days is enough.
    private const int FewestKnownDays = 3;
    private const double MostDaysShare = 0.5;
    private const double NearlyEveryDayShare = 0.8;

    /// <summary>
    /// The band over the person's own working days among the fourteen days up to and including today. Null when fewer than half of those
    /// working days are known, or fewer than three (for someone who works at least three days a week).
    /// </summary>
    /// <param name="flags">
    /// The stored flags. Those outside the fourteen days or on other days are ignored; of several flags for one day, 'used' wins.
    /// </param>
    /// <param name="workingDays">The person's own working days.</param>
    /// <param name="today">Today in the person's own time zone.</param>
    public static AiUseReading? Calculate(IEnumerable<DayFlag> flags, IReadOnlySet<IsoDayOfWeek> workingDays, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(workingDays);
        var used = flags.Where(flag => workingDays.Contains(flag.Day.DayOfWeek))
            .GroupBy(flag => flag.Day, flag => flag.Used)
            .ToDictionary(day => day.Key, day => day.Any(use => use));

        // Fourteen consecutive days contain every weekday twice.
        var working = 2 * workingDays.Count;
        if (Read(used, working, today) is not { } reading)
        {
            return null;
        }

        var expires = today.PlusDays(1);
        while (Read(used, working, expires) is not null)
        {
            expires = expires.PlusDays(1);
        }

        return reading with { ExpiresOn = expires };
    }

    /// <summary>
    /// The band of one week, Monday to Sunday, over the person's own working days. Null when fewer than half of those working days are
    /// known, or fewer than three (for someone who works at least three days a week).
    /// </summary>
    /// <param name="flags">
    /// The stored flags. Those outside the week or on other days are ignored; of several for one day, 'used' wins.
    /// </param>
    /// <param name="workingDays">The person's own working days.</param>
    /// <param name="monday">The first day of the week.</param>
    public static AiUseBand? OfWeek(IEnumerable<DayFlag> flags, IReadOnlySet<IsoDayOfWeek> workingDays, LocalDate monday)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(workingDays);
        var known = flags.Where(flag => workingDays.Contains(flag.Day.DayOfWeek) && flag.Day >= monday && flag.Day < monday.PlusWeeks(1))
            .GroupBy(flag => flag.Day, flag => flag.Used).Select(day => day.Any(use => use)).ToList();
        return known.Count == 0 || 2 * known.Count < workingDays.Count || known.Count < Math.Min(FewestKnownDays, workingDays.Count)
            ? null
            : BandOf((double)known.Count(use => use) / known.Count);
    }

    private static AiUseReading? Read(Dictionary<LocalDate, bool> used, int working, LocalDate today)
    {
        var known = used.Where(day => day.Key <= today && day.Key > today.PlusDays(-DayFlag.DaysKept)).ToList();
        if (known.Count == 0 || 2 * known.Count < working || known.Count < Math.Min(FewestKnownDays, working / 2))
        {
            return null;
        }

        var daysUsed = known.Count(day => day.Value);
        return new AiUseReading(BandOf((double)daysUsed / known.Count), daysUsed, known.Count, today);
    }

    private static AiUseBand BandOf(double share) => share switch
    {
        0 => AiUseBand.None,
        < MostDaysShare => AiUseBand.Some,
        < NearlyEveryDayShare => AiUseBand.MostDays,
        _ => AiUseBand.NearlyEveryDay,
    };
}
