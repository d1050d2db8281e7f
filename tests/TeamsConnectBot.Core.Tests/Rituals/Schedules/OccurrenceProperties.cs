using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Schedules;

/// <summary>Compares random schedules over twenty years, in every zone of the grid, with <see cref="RuleReference"/>.</summary>
public sealed class OccurrenceProperties
{
    private const int Years = 20;

    // All twenty years are in the past: future clock changes, such as for Ramadan, are not known yet.
    private const int FirstYear = 2006;

    private static IEnumerable<TestCaseData> Grid() =>
    [
        Zone("Europe/Amsterdam", "where the bot is used most"),
        Zone("America/New_York", "changes in other weeks than Europe"),
        Zone("Europe/London", "its standard time is UTC"),
        Zone("Europe/Dublin", "winter is the 'daylight' time in its data"),
        Zone("Australia/Lord_Howe", "moves by half an hour"),
        Zone("Asia/Kathmandu", "five hours and three quarters from UTC"),
        Zone("America/Sao_Paulo", "changed at midnight until 2019"),
        Zone("Pacific/Apia", "had no 30 December 2011"),
        Zone("Africa/Casablanca", "goes back for Ramadan"),
        Zone("Antarctica/Troll", "moves by two hours"),
        Zone("America/St_Johns", "changed at one minute past midnight"),
        Zone("Asia/Tehran", "changed at midnight by the Persian calendar"),
        Zone("America/Caracas", "moved by half an hour for good"),
        Zone("Asia/Pyongyang", "moved by half an hour and back"),
        Zone("Pacific/Kiritimati", "is the first to see a day"),
        Zone("Pacific/Pago_Pago", "is the last to see it"),
        Zone("UTC", "never changes"),
    ];

    [TestCaseSource(nameof(Grid))]
    public void After_RandomSchedulesOverTwentyYears_MatchTheReference(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var compared = 0;
        for (var seed = 0; seed < 16; seed++)
        {
            if (RandomRules.Schedule(new Random(seed), zone, FirstYear) is not { } schedule)
            {
                continue;
            }

            var last = schedule.First.PlusYears(Years);
            var expected = RuleReference.Moments(schedule.Rule!, schedule.First, schedule.Start, zone, last).ToList();
            var found = schedule.After(Instant.MinValue).TakeWhile(each => each.Planned.Date <= last)
                .Select(each => each.Start.ToInstant()).ToList();
            Assert.That(found, Is.EqualTo(expected), $"seed {seed}: {schedule.Rrule} from {schedule.First} {schedule.Start}");
            compared += expected.Count;
        }

        Assert.That(compared, Is.GreaterThan(2000));
    }

    [TestCaseSource(nameof(Grid))]
    public void Next_AfterAnyMoment_MatchesTheReference(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        for (var seed = 100; seed < 106; seed++)
        {
            var random = new Random(seed);
            if (RandomRules.Schedule(random, zone, FirstYear) is not { } schedule)
            {
                continue;
            }

            var moments = RuleReference.Moments(
                schedule.Rule!, schedule.First, schedule.Start, zone, schedule.First.PlusYears(Years)).ToList();
            for (var trial = 0; trial < 60 && moments.Count > 1; trial++)
            {
                // Half of the moments are exactly at an occurrence, which is not after it.
                var index = random.Next(moments.Count - 1);
                var after = trial % 2 == 0 ? moments[index] : moments[index] + Duration.FromSeconds(random.Next(-90_000, 90_000));
                var expected = moments.FindIndex(moment => moment > after) is >= 0 and var at ? moments[at] : (Instant?)null;
                Assert.That(
                    schedule.Next(after)?.Start.ToInstant(),
                    Is.EqualTo(expected),
                    $"seed {seed}: {schedule.Rrule} from {schedule.First} {schedule.Start} after {after}");
            }
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 400)]
    public bool Parse_WrittenSchedule_IsTheSameSchedule(int seed)
    {
        var schedule = RandomRules.Schedule(new Random(seed), DateTimeZoneProviders.Tzdb["Pacific/Auckland"], 2026);
        return schedule is null
            || RitualSchedule.Parse(schedule.Rrule, schedule.First, schedule.Start, schedule.Minutes, schedule.Zone) == schedule;
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool Beginning_AfterAnyMoment_IsTheNearestFutureDate(int seed)
    {
        var random = new Random(seed);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var rule = RandomRules.Rule(random);
        var now = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(1_000_000));
        var start = new LocalTime(random.Next(24), 0);
        var schedule = RitualSchedule.Beginning(rule, LocalDate.MinIsoValue, now, start, 30, zone);
        var today = now.InZone(zone).Date;
        var nearest = Enumerable.Range(0, 4000).Select(today.PlusDays).FirstOrDefault(
            date => RuleReference.Means(rule with { Interval = 1 }, today, date) && RuleReference.Moment(date + start, zone) > now,
            LocalDate.MinIsoValue);
        return nearest == LocalDate.MinIsoValue || schedule?.First == nearest;
    }

    private static TestCaseData Zone(string id, string reason) => new TestCaseData(id).SetArgDisplayNames(id, reason);
}
