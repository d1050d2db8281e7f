using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Schedules;

/// <summary>Random rules, both usual and unusual ones.</summary>
internal static class RandomRules
{
    private static readonly IsoDayOfWeek[] WorkingDays = [.. Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day)];

    public static RecurrenceRule Rule(Random random)
    {
        var frequency = (RecurrenceFrequency)random.Next(4);
        var rule = new RecurrenceRule { Frequency = frequency, Interval = random.Next(3) == 0 ? random.Next(2, 8) : 1 };
        return frequency switch
        {
            RecurrenceFrequency.Daily => rule,
            RecurrenceFrequency.Weekly => rule with { Days = [.. SomeDays(random).Select(day => new RuleDay(day))] },
            RecurrenceFrequency.Monthly => InMonth(rule, random),
            _ => InMonth(rule with { Months = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, 13))] }, random),
        };
    }

    /// <summary>A schedule in a zone; null if the rule has no date soon.</summary>
    public static RitualSchedule? Schedule(Random random, DateTimeZone zone, int firstYear, bool withEnd = true)
    {
        var rule = Rule(random);
        var from = new LocalDate(firstYear, 1, 1).PlusDays(random.Next(365 * 3));
        var first = Enumerable.Range(0, 4000).Select(from.PlusDays).Cast<LocalDate?>()
            .FirstOrDefault(date => RuleReference.Means(rule with { Interval = 1 }, from, date!.Value));
        if (first is not { } date)
        {
            return null;
        }

        rule = (withEnd ? random.Next(4) : 0) switch
        {
            1 => rule with { Count = random.Next(1, 60) },
            2 => rule with { Until = date.PlusDays(random.Next(1, 2000)) },
            _ => rule,
        };
        return new RitualSchedule(rule, date, Time(random), random.Next(1, RitualSchedule.MaxMinutes + 1), zone);
    }

    // Half of the times are in the hours in which clocks change.
    private static LocalTime Time(Random random) =>
        random.Next(2) == 0 ? new LocalTime(random.Next(0, 4), 15 * random.Next(4)) : new LocalTime(random.Next(24), random.Next(60));

    private static RecurrenceRule InMonth(RecurrenceRule rule, Random random) => random.Next(5) switch
    {
        2 when rule.Frequency == RecurrenceFrequency.Yearly => rule with { MonthDays = [random.Next(1, 29)] },
        0 => rule with { MonthDays = [random.Next(1, 32)] },
        1 => rule with { MonthDays = [-1] },
        3 when rule.Frequency == RecurrenceFrequency.Monthly => rule with { MonthDays = [random.Next(1, 29), -1] },
        2 => rule with { Days = RecurrenceRule.Weekly(WorkingDays).Days, Position = random.Next(2) == 0 ? -1 : random.Next(1, 6) },
        _ => rule with { Days = [.. SomeDays(random).Take(2).Select(day => new RuleDay(day, Ordinal(random)))] },
    };

    private static int Ordinal(Random random) => random.Next(3) == 0 ? -random.Next(1, 3) : random.Next(1, 6);

    private static IsoDayOfWeek[] SomeDays(Random random) =>
        [.. Enumerable.Range(1, 7).Where(_ => random.Next(3) == 0).Append(random.Next(1, 8)).Distinct().Select(day => (IsoDayOfWeek)day)];
}
