using FsCheck.Fluent;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Core.Tests.HelpRequests;

/// <summary>By when somebody can ask to be helped, on Friday 8 January 2027 at ten, with a day off on Wednesday the 13th.</summary>
public sealed class HelpDeadlinesTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private static readonly PoolCalendar Pool = PoolCalendar.NineToFive(Amsterdam) with { Holidays = [new LocalDate(2027, 1, 13)] };

    private static HelpDeadlines Friday => new(At(8, 10), Amsterdam, Pool);

    [Test]
    public void Usual_IsTheSecondWorkingDayAhead() => Assert.That(Friday.UsualDay, Is.EqualTo(new LocalDate(2027, 1, 12)));

    [TestCase(8, 8)]
    [TestCase(10, 8, Description = "Sunday ends with Friday")]
    [TestCase(13, 12, Description = "a day off ends with the day before it")]
    [TestCase(14, 14)]
    [TestCase(7, 7, Description = "what has passed stays passed")]
    public void At_DayWithoutATime_IsTheEndOfTheLastWorkingDay(int day, int ends) =>
        Assert.That(Friday.At(new HelpDeadline(new LocalDate(2027, 1, day), null)), Is.EqualTo(At(ends, 17)));

    [Test]
    public void At_DayWithATime_IsThatMoment() =>
        Assert.That(Friday.At(new HelpDeadline(new LocalDate(2027, 1, 10), new LocalTime(11, 30))), Is.EqualTo(At(10, 11, 30)));

    [TestCase(8, 9, HelpDeadlineProblem.Passed)]
    [TestCase(8, 12, HelpDeadlineProblem.TooNear)]
    [TestCase(8, 13, null)]
    [TestCase(22, 17, null)]
    [TestCase(25, 9, HelpDeadlineProblem.TooFar)]
    public void ProblemOf_Deadline_SaysWhatIsWrong(int day, int hour, HelpDeadlineProblem? problem) =>
        Assert.That(Friday.ProblemOf(At(day, hour), earliest: At(8, 13)), Is.EqualTo(problem));

    [Test]
    public void Days_Friday_AreTheWorkingDaysThatLeaveTime()
    {
        Assert.That(Friday.Days(At(8, 13)).Select(day => day.Day), Is.EqualTo(new[] { 8, 11, 12, 14, 15, 18, 19, 20, 21, 22 }));
        Assert.That(Friday.Days(At(11, 9)).Select(day => day.Day).First(), Is.EqualTo(11));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public FsCheck.Property Days_AnyMoment_CanEachBeChosen() => Prop.ForAll(
        Gen.Choose(0, 366 * 24).ToArbitrary(),
        hours =>
        {
            var now = At(1, 0) + Duration.FromHours(hours);
            var deadlines = new HelpDeadlines(now, DateTimeZoneProviders.Tzdb["America/New_York"], Pool);
            var earliest = now + Duration.FromHours(3);
            var days = deadlines.Days(earliest);
            return days.Contains(deadlines.UsualDay)
                && days.Length <= HelpDeadlines.MostWorkingDays + 1
                && days.All(day => deadlines.ProblemOf(deadlines.At(new HelpDeadline(day, null)), earliest) is null);
        });

    private static Instant At(int day, int hour, int minute = 0) =>
        new LocalDateTime(2027, 1, day, hour, minute).InZoneStrictly(Amsterdam).ToInstant();
}
