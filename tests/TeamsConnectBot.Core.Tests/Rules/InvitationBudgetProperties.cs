using TeamsConnectBot.Core.Rules;

namespace TeamsConnectBot.Core.Tests.Rules;

/// <summary>
/// Tries to nudge a random person at random moments for half a year, and checks the nudges afterwards without the budget's own code.
/// </summary>
public sealed class InvitationBudgetProperties
{
    private static readonly NudgeAnswer[] Answers =
        [NudgeAnswer.Answered, NudgeAnswer.Silence, NudgeAnswer.Silence, NudgeAnswer.NotDelivered];
    private static readonly string[] Zones =
        ["Europe/Amsterdam", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Australia/Lord_Howe"];

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public bool Decide_RandomHalfYear_NeverExceedsTheWeek(int seed)
    {
        var (limits, rules, nudges) = HalfYear(seed);
        var arrived = nudges.Where(nudge => nudge.Answer != NudgeAnswer.NotDelivered)
            .Select(nudge => nudge.SentAt.InZone(limits.Hours.Zone).Date);
        return arrived.GroupBy(date => FirstDateOfOwnWeek(date, limits.Hours))
            .All(week => week.Count() <= Math.Min(rules.MostPerWeek, limits.MostPerWeek ?? 5));
    }

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public bool Decide_RandomHalfYear_KeepsThePersonsWeeksBetween(int seed)
    {
        var (limits, _, nudges) = HalfYear(seed);
        var weeks = nudges.Where(nudge => nudge.Answer != NudgeAnswer.NotDelivered)
            .Select(nudge => FirstDateOfOwnWeek(nudge.SentAt.InZone(limits.Hours.Zone).Date, limits.Hours)).Order().ToList();
        return limits.WeeksBetween == 1 || weeks.Zip(weeks.Skip(1)).All(pair => pair.Second >= pair.First.PlusWeeks(limits.WeeksBetween));
    }

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public bool Decide_RandomHalfYear_SendsOnlyInOwnWorkingHoursAndNeverInQuietHours(int seed)
    {
        var (limits, _, nudges) = HalfYear(seed);
        return nudges.Select(nudge => nudge.SentAt.InZone(limits.Hours.Zone)).All(sent =>
            limits.Hours.Days.Contains(sent.DayOfWeek)
            && sent.TimeOfDay >= limits.Hours.Start
            && sent.TimeOfDay < limits.Hours.End
            && !(limits.QuietHours is { } quiet && sent.TimeOfDay >= quiet.From && sent.TimeOfDay < quiet.To));
    }

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public bool Decide_RandomHalfYear_BacksOffAfterSilence(int seed)
    {
        var (limits, rules, nudges) = HalfYear(seed);
        var silences = 0;
        LocalDate? last = null;
        foreach (var nudge in nudges.Where(nudge => nudge.Answer != NudgeAnswer.NotDelivered))
        {
            var date = nudge.SentAt.InZone(limits.Hours.Zone).Date;
            if (silences > 0 && date < last!.Value.PlusWeeks(Math.Min(rules.LongestBackOffWeeks, (int)Math.Pow(2, silences - 1))))
            {
                return false;
            }

            silences = nudge.Answer == NudgeAnswer.Silence ? silences + 1 : 0;
            last = date;
        }

        return true;
    }

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public bool Decide_Refusal_HasTheFirstAllowedMoment(int seed)
    {
        var (limits, rules, nudges) = HalfYear(seed);
        var random = new Random(seed);
        var now = nudges.Count == 0 ? Instant.FromUtc(2026, 1, 1, 0, 0) : nudges[^1].SentAt + Duration.FromMinutes(random.Next(20_000));
        var decision = InvitationBudget.Decide(now, limits, nudges, rules);
        if (decision.NextAt is not { } next)
        {
            return Math.Min(rules.MostPerWeek, limits.MostPerWeek ?? 5) == 0 || limits.Hours.Days.IsEmpty;
        }

        var earlier = Enumerable.Range(0, 50).Select(_ => now + Duration.FromTicks((next - now).TotalTicks * random.NextDouble()))
            .Where(moment => moment < next);
        return InvitationBudget.Decide(next, limits, nudges, rules).MayAsk
            && earlier.All(moment => !InvitationBudget.Decide(moment, limits, nudges, rules).MayAsk);
    }

    [Test]
    public void HalfYear_ManySeeds_SendsEnoughNudgesToCheck() =>
        Assert.That(Enumerable.Range(0, 50).Sum(seed => HalfYear(seed).Nudges.Count), Is.GreaterThan(300));

    private static (NudgeLimits Limits, BudgetRules Rules, List<PastNudge> Nudges) HalfYear(int seed)
    {
        var random = new Random(seed);
        var start = random.Next(0, 12);
        var limits = new NudgeLimits
        {
            Hours = new WorkingHours(
                [.. Enumerable.Range(1, 7).Where(_ => random.Next(3) > 0).Select(day => (IsoDayOfWeek)day)],
                new LocalTime(start, 0),
                new LocalTime(start + random.Next(4, 11), 30),
                DateTimeZoneProviders.Tzdb[Zones[random.Next(Zones.Length)]]),
            MostPerWeek = random.Next(3) == 0 ? random.Next(0, 4) : null,
            WeeksBetween = random.Next(3) == 0 ? random.Next(2, 5) : 1,
            QuietHours = random.Next(2) == 0 ? new DailySpan(new LocalTime(start + 1, 0), new LocalTime(start + 2, 0)) : null,
        };
        var rules = new BudgetRules { MostPerWeek = random.Next(0, 4), LongestBackOffWeeks = random.Next(1, 9) };
        var nudges = new List<PastNudge>();
        var now = Instant.FromUtc(2026, 1, 1, 0, 0);
        for (var attempt = 0; attempt < 400; attempt++)
        {
            now += Duration.FromMinutes(random.Next(1, 1300));
            if (InvitationBudget.Decide(now, limits, nudges, rules).MayAsk)
            {
                nudges.Add(new PastNudge(now, Answers[random.Next(Answers.Length)]));
            }
        }

        return (limits, rules, nudges);
    }

    /// <summary>Goes back day by day to a Monday, and further over working days if the Sunday before is one.</summary>
    private static LocalDate FirstDateOfOwnWeek(LocalDate date, WorkingHours hours)
    {
        bool BeginsHere(LocalDate day)
        {
            if (!hours.Days.Contains(IsoDayOfWeek.Sunday) || hours.Days.Count == 7)
            {
                return day.DayOfWeek == IsoDayOfWeek.Monday;
            }

            var reachesSunday = Enumerable.Range((int)day.DayOfWeek, 8 - (int)day.DayOfWeek)
                .All(each => hours.Days.Contains((IsoDayOfWeek)each));
            return reachesSunday && !hours.Days.Contains(day.PlusDays(-1).DayOfWeek);
        }

        while (!BeginsHere(date))
        {
            date = date.PlusDays(-1);
        }

        return date;
    }
}
