using TeamsConnectBot.Core.Rules;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class InvitationBudgetTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly NudgeLimits Limits =
        new() { Hours = new(WorkingHours.MondayToFriday, new LocalTime(9, 0), new LocalTime(17, 0), Amsterdam) };
    private static readonly BudgetRules OnceAWeek = new() { MostPerWeek = 1 };

    // Monday 12 January 2026, 10:00 in Amsterdam.
    private static readonly Instant Monday = At(12, 10);

    [Test]
    public void Decide_NoObstacle_MayAskNow() =>
        Assert.That(Decide(Monday, Limits), Is.EqualTo(new NudgeDecision(NudgeReason.MayAsk, Monday)));

    [Test]
    public void Decide_InvitationStillOpen_WaitsForItsEnd() =>
        Assert.That(
            Decide(Monday, Limits, new PastNudge(At(9, 10), NudgeAnswer.Open)), Is.EqualTo(new NudgeDecision(NudgeReason.StillOpen, null)));

    [Test]
    public void Decide_WeekIsFull_WaitsForNextOwnWeek() =>
        Assert.That(Decide(At(14, 10), Limits, Answered(12)), Is.EqualTo(new NudgeDecision(NudgeReason.WeekIsFull, At(19, 9))));

    [Test]
    public void Decide_ReportedHours_NarrowTheCalendarsHours()
    {
        var reported = Limits.Hours with { Days = [IsoDayOfWeek.Wednesday], Start = new LocalTime(10, 30), End = new LocalTime(13, 0) };

        Assert.That(Decide(Monday, Limits with { Reported = [reported] }).NextAt, Is.EqualTo(At(14, 10) + Duration.FromMinutes(30)));
    }

    [Test]
    public void Decide_WorksSundayToThursday_NewWeekBeginsOnSunday()
    {
        var limits = Limits with
        {
            Hours = Limits.Hours with { Days = [IsoDayOfWeek.Sunday, .. Enumerable.Range(1, 4).Select(day => (IsoDayOfWeek)day)] },
        };
        Assert.That(Decide(At(14, 10), limits, Answered(12)).NextAt, Is.EqualTo(At(18, 9)));
    }

    [Test]
    public void Decide_NotDelivered_DoesNotCount() =>
        Assert.That(Decide(At(14, 10), Limits, new PastNudge(Monday, NudgeAnswer.NotDelivered)).MayAsk, Is.True);

    [Test]
    public void Decide_PersonWantsNone_IsNeverAsked() =>
        Assert.That(Decide(Monday, Limits with { MostPerWeek = 0 }), Is.EqualTo(new NudgeDecision(NudgeReason.WeekIsFull, null)));

    [Test]
    public void Decide_PersonWantsMoreThanThePool_PoolLimitApplies() =>
        Assert.That(Decide(At(14, 10), Limits with { MostPerWeek = 5 }, Answered(12)).Reason, Is.EqualTo(NudgeReason.WeekIsFull));

    [TestCase(1, 19)]
    [TestCase(2, 26)]
    [TestCase(3, 33)]
    public void Decide_PersonWantsWeeksBetween_WaitsForThatWeek(int weeks, int day) =>
        Assert.That(
            Decide(At(14, 10), Limits with { WeeksBetween = weeks }, Answered(12)),
            Is.EqualTo(new NudgeDecision(NudgeReason.WeekIsFull, At(12, 9) + Duration.FromDays(day - 12))));

    [Test]
    public void Decide_OwnRequest_IgnoresWeeksBetween() =>
        Assert.That(
            InvitationBudget.Decide(At(20, 10), Limits with { WeeksBetween = 4 }, [Answered(12)], OnceAWeek, ownRequest: true).MayAsk,
            Is.True);

    [TestCase(1, 19)]
    [TestCase(2, 26)]
    public void Decide_ConsecutiveSilences_DoubleTheBackOff(int silences, int day)
    {
        var past = Enumerable.Range(0, silences).Select(week => new PastNudge(Monday - Duration.FromDays(7 * week), NudgeAnswer.Silence));
        Assert.That(Decide(At(13, 10), Limits, [.. past]), Is.EqualTo(new NudgeDecision(NudgeReason.BackingOff, At(day, 9))));
    }

    [Test]
    public void Decide_ManySilences_BackOffIsCapped()
    {
        var past = Enumerable.Range(0, 30).Select(week => new PastNudge(Monday - Duration.FromDays(7 * week), NudgeAnswer.Silence));
        Assert.That(Decide(At(13, 10), Limits, [.. past]).NextAt, Is.EqualTo(Monday + Duration.FromDays(56) - Duration.FromHours(1)));
    }

    [Test]
    public void Decide_NoAfterSilence_EndsTheBackOff()
    {
        PastNudge[] past = [new(At(5, 10) - Duration.FromDays(7), NudgeAnswer.Silence), new(At(5, 10), NudgeAnswer.Answered)];
        Assert.That(Decide(Monday, Limits, past).MayAsk, Is.True);
    }

    [Test]
    public void Decide_WeeklyRoundAfterOneSilence_MayAskAtTheSameHour() =>
        Assert.That(Decide(At(19, 9), Limits, new PastNudge(Monday, NudgeAnswer.Silence)).MayAsk, Is.True);

    [TestCase(1, NudgeReason.OutsideWindow, 20)]
    [TestCase(2, NudgeReason.BackingOff, 27)]
    public void Decide_WeeklyRoundOnADayOff_AsksOnTheNextWorkingDayOnceTheBackOffIsOver(int silences, NudgeReason reason, int day)
    {
        var limits = Limits with { Hours = Limits.Hours with { Days = WorkingHours.MondayToFriday.Remove(IsoDayOfWeek.Monday) } };
        var past = Enumerable.Range(0, silences)
            .Select(week => new PastNudge(At(13, 9) - Duration.FromDays(7 * week), NudgeAnswer.Silence));
        Assert.That(Decide(At(19, 9), limits, [.. past]), Is.EqualTo(new NudgeDecision(reason, At(day, 9))));
    }

    [Test]
    public void Decide_NotThisWeek_WaitsForNextOwnWeek() =>
        Assert.That(
            Decide(At(13, 10), Limits with { NotThisWeekSaidAt = Monday }),
            Is.EqualTo(new NudgeDecision(NudgeReason.NotThisWeek, At(19, 9))));

    [Test]
    public void Decide_Paused_WaitsUntilItEnds() =>
        Assert.That(Decide(Monday, Limits with { PausedUntil = At(21, 20) }), Is.EqualTo(new NudgeDecision(NudgeReason.Paused, At(22, 9))));

    [Test]
    public void Decide_PausedWithoutEnd_HasNoNextMoment() =>
        Assert.That(
            Decide(Monday, Limits with { PausedUntil = Instant.MaxValue }), Is.EqualTo(new NudgeDecision(NudgeReason.Paused, null)));

    [Test]
    public void Decide_OwnRequest_IgnoresWeekAndSilenceButNotPause()
    {
        var past = new PastNudge(Monday, NudgeAnswer.Silence);
        Assert.Multiple(() =>
        {
            Assert.That(InvitationBudget.Decide(At(13, 10), Limits, [past], OnceAWeek, ownRequest: true).MayAsk, Is.True);
            Assert.That(
                InvitationBudget.Decide(At(13, 10), Limits with { PausedUntil = At(20, 9) }, [past], OnceAWeek, ownRequest: true).Reason,
                Is.EqualTo(NudgeReason.Paused));
        });
    }

    [TestCase(16, 18, 19, 9, TestName = "Decide_FridayEvening_WaitsForMonday")]
    [TestCase(13, 7, 13, 9, TestName = "Decide_BeforeWork_WaitsForItsStart")]
    [TestCase(14, 12, 14, 13, TestName = "Decide_QuietHour_WaitsForItsEnd")]
    [TestCase(20, 10, 21, 9, TestName = "Decide_Holiday_WaitsForTheNextDay")]
    public void Decide_OutsideTheWindow_WaitsForTheWindow(int day, int hour, int nextDay, int nextHour)
    {
        var limits = Limits with
        {
            QuietHours = new DailySpan(new LocalTime(12, 0), new LocalTime(13, 0)),
            Holidays = [new LocalDate(2026, 1, 20)],
        };
        Assert.That(Decide(At(day, hour), limits), Is.EqualTo(new NudgeDecision(NudgeReason.OutsideWindow, At(nextDay, nextHour))));
    }

    [Test]
    public void Decide_QuietHoursAllDay_NeverAsks() =>
        Assert.That(
            Decide(Monday, Limits with { QuietHours = new DailySpan(new LocalTime(18, 0), new LocalTime(17, 30)) }),
            Is.EqualTo(new NudgeDecision(NudgeReason.OutsideWindow, null)));

    [TestCase("1,2,3,4,5", IsoDayOfWeek.Monday)]
    [TestCase("7,1,2,3,4", IsoDayOfWeek.Sunday)]
    [TestCase("4,5,6,7,1", IsoDayOfWeek.Thursday)]
    [TestCase("1,5", IsoDayOfWeek.Monday)]
    [TestCase("6,7", IsoDayOfWeek.Saturday)]
    [TestCase("1,2,3,4,5,6,7", IsoDayOfWeek.Monday)]
    public void FirstDay_OwnWeek_DependsOnTheDaysWorked(string days, IsoDayOfWeek first) =>
        Assert.That(OwnWeek.FirstDay(days.Split(',').Select(day => (IsoDayOfWeek)(day[0] - '0')).ToHashSet()), Is.EqualTo(first));

    private static NudgeDecision Decide(Instant now, NudgeLimits limits, params PastNudge[] past) =>
        InvitationBudget.Decide(now, limits, past, OnceAWeek);

    private static PastNudge Answered(int day) => new(At(day, 10), NudgeAnswer.Answered);

    private static Instant At(int day, int hour) => new LocalDateTime(2026, 1, day, hour, 0).InZoneStrictly(Amsterdam).ToInstant();
}
