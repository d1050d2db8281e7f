using NodaTime;

namespace TeamsConnectBot.Core.Signals;

/// <summary>Reads a band from day flags.</summary>
public static class AiUseBandCalculator
{
    /// <summary>The fewest known days a band rests on, for a person who works that many days a week.</summary>
    public const int FewestKnownDays = 3;

    private const double MostDaysShare = 0.5;
    private const double NearlyEveryDayShare = 0.8;

    /// <summary>
    /// The band over the person's own working days among the fourteen days that end today, or null when fewer than half of them
    /// (or fewer than <see cref="FewestKnownDays"/>) are known. Flags on other days don't count; of two flags for a day 'used' wins.
    /// </summary>
    /// <param name="flags">The flags held; those outside the fourteen days don't count.</param>
    /// <param name="workingDays">The person's own working days.</param>
    /// <param name="today">Today in the person's own zone.</param>
    public static AiUseReading? Calculate(IEnumerable<DayFlag> flags, IReadOnlySet<IsoDayOfWeek> workingDays, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(flags);
        ArgumentNullException.ThrowIfNull(workingDays);
        var used = flags.Where(flag => workingDays.Contains(flag.Day.DayOfWeek))
            .GroupBy(flag => flag.Day, flag => flag.Used)
            .ToDictionary(day => day.Key, day => day.Any(use => use));

        // Fourteen days in a row hold every weekday twice.
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
