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
    public bool Plan_AnyQuestion_LeavesTimeToMeetAfterTheAnnouncedMoment(int seed) =>
        Planned(seed) is not var (sentAt, deadline, minutes, times) || times is null
        || (times.HearsBy + HelpRequestTimes.Notice + Duration.FromMinutes(minutes) <= deadline && times.HearsBy > sentAt);

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Plan_AnyQuestion_AsksThreeTimesInOrderBeforeTheAnnouncedMoment(int seed) =>
        Planned(seed) is not var (sentAt, _, _, times) || times is null
        || (times.Waves.Length == HelpRequestTimes.MostWaves && times.Waves.Prepend(sentAt).Append(times.HearsBy).ToList() is var all
            && all.Order().SequenceEqual(all) && all.Distinct().Count() == all.Count);

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Plan_AnyQuestion_AsksOnlyInWorkingTime(int seed) =>
        Planned(seed) is not var (_, _, _, times) || times is null || times.Waves.Append(times.HearsBy).All(moment =>
            Pool.IsWorkingDay(moment.InZone(Pool.Hours.Zone).Date)
            && moment.InZone(Pool.Hours.Zone).TimeOfDay is var at && at >= new LocalTime(9, 0) && at <= new LocalTime(17, 0));

    [Test]
    public void Plan_AnAfternoonQuestionForTomorrow_IsToldTheNextMorningAtTheLatest()
    {
        var times = HelpRequestTimes.Plan(Monday + Duration.FromHours(4), Monday + Duration.FromHours(31), 20, Pool, 1)!;
        Assert.That(times.HearsBy.InZone(Pool.Hours.Zone).LocalDateTime, Is.EqualTo(new LocalDateTime(2026, 12, 1, 13, 15)));
    }

    [Test]
    public void Plan_DeadlineBeforeTheEarliest_IsNull()
    {
        var earliest = HelpRequestTimes.EarliestDeadline(Monday, 30, Pool);
        Assert.Multiple(() =>
        {
            Assert.That(earliest, Is.EqualTo(Monday + Duration.FromMinutes(150)));
            Assert.That(HelpRequestTimes.Plan(Monday, earliest, 30, Pool, 1), Is.Not.Null);
            Assert.That(HelpRequestTimes.Plan(Monday, earliest - Duration.FromMinutes(1), 30, Pool, 1), Is.Null);
        });
    }

    [Test]
    public void Plan_OtherSeeds_MoveTheWavesAndNotTheAnnouncedMoment()
    {
        var plans = Enumerable.Range(0, 20).Select(seed => HelpRequestTimes.Plan(Monday, Monday + Duration.FromDays(2), 20, Pool, seed)!)
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(plans.Select(plan => plan.HearsBy).Distinct().Count(), Is.EqualTo(1));
            Assert.That(plans.Select(plan => plan.Waves[1]).Distinct().Count(), Is.EqualTo(20));
        });
    }

    private static (Instant SentAt, Instant Deadline, int Minutes, HelpRequestTimes? Times) Planned(int seed)
    {
        var random = new Random(seed);
        var sentAt = Monday + Duration.FromMinutes(random.Next(30 * 24 * 60));
        var minutes = new[] { 10, 15, 20, 30, 45, 60 }[random.Next(6)];
        var deadline = sentAt + Duration.FromMinutes(random.Next(14 * 24 * 60));
        return (sentAt, deadline, minutes, HelpRequestTimes.Plan(sentAt, deadline, minutes, Pool, seed));
    }
}
