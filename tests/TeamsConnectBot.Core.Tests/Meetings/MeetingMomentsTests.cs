using NodaTime.Text;
using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Core.Tests.Meetings;

public sealed class MeetingMomentsTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly PoolCalendar Pool = PoolCalendar.NineToFive(Amsterdam) with { Holidays = [new LocalDate(2026, 1, 20)] };

    [TestCase("2026-01-12T10:00", "2026-01-13T12:00", TestName = "AnswersCloseAt_Monday_IsTuesdayNoon")]
    [TestCase("2026-01-16T10:00", "2026-01-19T12:00", TestName = "AnswersCloseAt_Friday_IsMondayNoon")]
    [TestCase("2026-01-19T10:00", "2026-01-21T12:00", TestName = "AnswersCloseAt_BeforeAHoliday_SkipsIt")]
    [TestCase("2026-01-20T10:00", "2026-01-22T12:00", TestName = "AnswersCloseAt_OnAHoliday_CountsFromTheDayInvitationsArrive")]
    [TestCase("2026-01-17T10:00", "2026-01-21T12:00", TestName = "AnswersCloseAt_OnASaturdayBeforeAHoliday_CountsFromMonday")]
    [TestCase("2026-03-27T10:00", "2026-03-30T12:00", TestName = "AnswersCloseAt_AcrossAClockChange_IsNoonLocalTime")]
    public void AnswersCloseAt(string sent, string closes) =>
        Assert.That(MeetingMoments.AnswersCloseAt(At(sent), Pool), Is.EqualTo(At(closes)));

    [TestCase("2026-01-13T12:00", "2026-01-13T16:00", TestName = "EarliestStart_FourWorkingHoursLeft_IsTheSameDay")]
    [TestCase("2026-01-13T15:00", "2026-01-14T11:00", TestName = "EarliestStart_TwoWorkingHoursLeft_IsTheNextDay")]
    [TestCase("2026-01-19T16:00", "2026-01-21T12:00", TestName = "EarliestStart_BeforeAHoliday_SkipsIt")]
    [TestCase("2026-01-17T12:00", "2026-01-19T13:00", TestName = "EarliestStart_Weekend_CountsFromMonday")]
    public void EarliestStart(string closes, string earliest) =>
        Assert.That(MeetingMoments.EarliestStart(At(closes), Pool), Is.EqualTo(At(earliest)));

    [Test]
    public void AnswersCloseAt_PoolWithoutWorkingDays_Throws()
    {
        var never = Pool with { Hours = Pool.Hours with { Days = [] } };
        Assert.That(() => MeetingMoments.AnswersCloseAt(At("2026-01-12T10:00"), never), Throws.InvalidOperationException);
    }

    [FsCheck.NUnit.Property]
    public bool EarliestStart_AnyMoment_LeavesFourWorkingHours(uint minutes)
    {
        var closes = At("2026-01-01T00:00") + Duration.FromMinutes(minutes % 525_600);
        var earliest = MeetingMoments.EarliestStart(closes, Pool);
        var minutesBetween = Enumerable.Range(0, (int)(earliest - closes).TotalMinutes);
        return minutesBetween.Count(minute => IsWorking(closes + Duration.FromMinutes(minute))) == 240;
    }

    [TestCase("2026-01-14T09:00", "2026-01-14T13:30")]
    [TestCase("2026-01-14T12:30", null)]
    public void ReminderAt_ToldLongEnoughBefore_IsHalfAnHourBefore(string told, string? reminder) =>
        Assert.That(
            MeetingMoments.ReminderAt(At("2026-01-14T14:00"), At(told)),
            Is.EqualTo(reminder is null ? (Instant?)null : At(reminder)));

    [TestCase("2026-01-14T09:00", "2026-01-14T09:30")]
    [TestCase("2026-01-14T13:20", "2026-01-14T13:30")]
    [TestCase("2026-01-14T13:45", "2026-01-14T13:30")]
    public void ChooseOtherGapBy_NearTheStart_LeavesTimeToTellTheOther(string now, string by) =>
        Assert.That(MeetingMoments.ChooseOtherGapBy(At(now), At("2026-01-14T14:00")), Is.EqualTo(At(by)));

    [Test]
    public void DidYouMeetAt_AnyEnd_IsAQuarterOfAnHourLater() =>
        Assert.That(MeetingMoments.DidYouMeetAt(At("2026-01-14T14:20")), Is.EqualTo(At("2026-01-14T14:35")));

    private static bool IsWorking(Instant minute)
    {
        var clock = minute.InZone(Amsterdam);
        return clock.DayOfWeek <= IsoDayOfWeek.Friday && clock.Date != new LocalDate(2026, 1, 20) && clock.Hour is >= 9 and < 17;
    }

    private static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(Amsterdam).ToInstant();
}
