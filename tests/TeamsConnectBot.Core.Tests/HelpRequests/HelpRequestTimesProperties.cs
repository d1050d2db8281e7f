using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Core.Tests.HelpRequests;

/// <summary>When colleagues are asked and when the asker hears.</summary>
public sealed class HelpRequestTimesProperties
{
    private static readonly PoolCalendar Pool = PoolCalendar.NineToFive(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]) with
    {
        Holidays = [new LocalDate(2026, 12, 25)],
    };

    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 30, 9, 0);

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Plan_AnyQuestion_LeavesTimeToMeetAfterTheAnnouncedMoment(int seed) => Planned(seed) is not { Times: { } times } plan
        || (times.HearsBy + HelpRequestTimes.Notice + Duration.FromMinutes(plan.Minutes) <= plan.Deadline && times.HearsBy > plan.SentAt);

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Plan_AnyQuestion_AsksThreeTimesInOrderBeforeTheAnnouncedMoment(int seed)
    {
        if (Planned(seed) is not { Times: { } times } plan)
        {
            return true;
        }

        var moments = times.Waves.Prepend(plan.SentAt).Append(times.HearsBy).ToList();
        return times.Waves.Length == 3 && moments.Order().SequenceEqual(moments)
            && moments.Distinct().Count() == moments.Count;
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Plan_AnyQuestion_AsksOnlyInWorkingTime(int seed) => Planned(seed) is not { Times: { } times }
        || times.Waves.Append(times.HearsBy).Select(moment => moment.InZone(Pool.Hours.Zone)).All(local =>
            Pool.IsWorkingDay(local.Date) && local.TimeOfDay >= new LocalTime(9, 0) && local.TimeOfDay <= new LocalTime(17, 0));

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool HearsByFor_AnyQuestion_IsKnownForEveryDeadlineFromTheEarliestOn(int seed) => Planned(seed) is var plan
        && plan.Times is not null == (plan.Deadline >= HelpRequestTimes.EarliestDeadline(plan.AskedAt, plan.Minutes, Pool));

    [Test]
    public void Plan_AnAfternoonQuestionForTomorrow_IsToldTheNextMorningAtTheLatest()
    {
        var hearsBy = HelpRequestTimes.HearsByFor(Monday + Duration.FromHours(4), Monday + Duration.FromHours(31), 20, Pool)!.Value;
        Assert.That(hearsBy.InZone(Pool.Hours.Zone).LocalDateTime, Is.EqualTo(new LocalDateTime(2026, 12, 1, 13, 15)));
    }

    [Test]
    public void Plan_DeadlineBeforeTheEarliest_IsNull()
    {
        var earliest = HelpRequestTimes.EarliestDeadline(Monday, 30, Pool);
        Assert.Multiple(() =>
        {
            Assert.That(earliest, Is.EqualTo(Monday + Duration.FromMinutes(150)));
            Assert.That(HelpRequestTimes.HearsByFor(Monday, earliest, 30, Pool), Is.Not.Null);
            Assert.That(HelpRequestTimes.HearsByFor(Monday, earliest - Duration.FromMinutes(1), 30, Pool), Is.Null);
        });
    }

    [Test]
    public void Plan_AWaitWithinADay_AsksTheLastPeopleBeforeItsMiddle_AndALongerOneAfter([Range(0, 20)] int seed)
    {
        var (hours, days) = (Duration.FromHours(4), Duration.FromHours(8 + 16 + 4));
        Assert.That(
            HelpRequestTimes.Plan(Monday, Monday + hours, Pool, seed).Waves[^1] - Monday, Is.LessThan(hours / 2));
        Assert.That(
            HelpRequestTimes.Plan(Monday, Monday + days, Pool, seed).Waves[^1], Is.GreaterThan(Monday + Duration.FromHours(6)));
    }

    [Test]
    public void Plan_OtherSeeds_MoveTheWavesAndNotTheAnnouncedMoment()
    {
        var plans = Enumerable.Range(0, 20).Select(seed => HelpRequestTimes.Plan(Monday, Monday + Duration.FromHours(6), Pool, seed))
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(plans.Select(plan => plan.HearsBy).Distinct().Count(), Is.EqualTo(1));
            Assert.That(plans.Select(plan => plan.Waves[1]).Distinct().Count(), Is.EqualTo(20));
        });
    }

    private static Planning Planned(int seed)
    {
        var random = new Random(seed);
        var askedAt = Monday + Duration.FromMinutes(random.Next(30 * 24 * 60));
        var minutes = new[] { 10, 15, 20, 30, 45, 60 }[random.Next(6)];
        var deadline = askedAt + Duration.FromMinutes(random.Next(14 * 24 * 60));
        var hearsBy = HelpRequestTimes.HearsByFor(askedAt, deadline, minutes, Pool);

        // The card may have been looked at for half an hour before it is sent.
        var sentAt = askedAt + Duration.FromMinutes(random.Next(30));
        return new Planning(
            askedAt, sentAt, deadline, minutes, hearsBy is { } moment ? HelpRequestTimes.Plan(sentAt, moment, Pool, seed) : null);
    }

    private sealed record Planning(Instant AskedAt, Instant SentAt, Instant Deadline, int Minutes, HelpRequestTimes? Times);
}
