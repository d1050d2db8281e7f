using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Tests.Signals;

public sealed class AiUseBandCalculatorTests
{
    // A Friday; the fourteen days before it hold ten of these working days.
    private static readonly LocalDate Friday = new(2026, 1, 23);

    [TestCase(0, AiUseBand.None)]
    [TestCase(1, AiUseBand.Some)]
    [TestCase(4, AiUseBand.Some)]
    [TestCase(5, AiUseBand.MostDays)]
    [TestCase(7, AiUseBand.MostDays)]
    [TestCase(8, AiUseBand.NearlyEveryDay)]
    [TestCase(10, AiUseBand.NearlyEveryDay)]
    public void Calculate_TenKnownDays_FollowsTheShare(int daysUsed, AiUseBand band) =>
        Assert.That(Calculate(WorkingDays(10).Select((day, index) => new DayFlag(day, index < daysUsed)))?.Band, Is.EqualTo(band));

    [Test]
    public void Calculate_UnreportedDays_AreUnknownAndNotUnused()
    {
        var reading = Calculate(WorkingDays(5).Select(day => new DayFlag(day, true)));
        Assert.That((reading?.Band, reading?.DaysKnown), Is.EqualTo((AiUseBand.NearlyEveryDay, 5)));
    }

    [Test]
    public void Calculate_FewerThanHalfKnown_IsNoBand() =>
        Assert.That(Calculate(WorkingDays(4).Select(day => new DayFlag(day, true))), Is.Null);

    [Test]
    public void Calculate_DaysOff_DoNotCount()
    {
        var weekend = Enumerable.Range(0, 14).Select(back => Friday.PlusDays(-back)).Where(day => day.DayOfWeek >= IsoDayOfWeek.Saturday);
        Assert.That(Calculate(weekend.Select(day => new DayFlag(day, true))), Is.Null);
    }

    [Test]
    public void Calculate_FlagsOlderThanFourteenDays_DoNotCount() =>
        Assert.That(Calculate(WorkingDays(10).Select(day => new DayFlag(day.PlusDays(-DayFlag.DaysKept), true))), Is.Null);

    [Test]
    public void Calculate_SeveralFlagsForADay_UsedWins()
    {
        var flags = WorkingDays(10).SelectMany(day => new[] { new DayFlag(day, false), new DayFlag(day, true), new DayFlag(day, false) });
        Assert.That(Calculate(flags), Is.EqualTo(new AiUseReading(AiUseBand.NearlyEveryDay, 10, 10, new LocalDate(2026, 2, 2))));
    }

    [Test]
    public void Calculate_NoWorkingDays_IsNoBand() =>
        Assert.That(AiUseBandCalculator.Calculate([new DayFlag(Friday, true)], new HashSet<IsoDayOfWeek>(), Friday), Is.Null);

    [TestCase(3, 5, AiUseBand.MostDays)]
    [TestCase(2, 5, AiUseBand.Some)]
    [TestCase(4, 5, AiUseBand.NearlyEveryDay)]
    [TestCase(0, 3, AiUseBand.None)]
    [TestCase(2, 2, null)]
    public void OfWeek_FollowsTheShareOfTheKnownWorkingDaysOfThatWeek(int used, int known, AiUseBand? band)
    {
        var monday = Friday.PlusDays(-4);
        var flags = Enumerable.Range(0, known).Select(day => new DayFlag(monday.PlusDays(day), day < used))
            .Concat([new(monday.PlusDays(-3), true), new(monday.PlusDays(5), true), new(monday.PlusDays(7), true)]);
        Assert.That(AiUseBandCalculator.OfWeek(flags, WorkingHours.MondayToFriday, monday), Is.EqualTo(band));
    }

    [Test]
    public void OfWeek_OfSomebodyWhoWorksTwoDays_NeedsOnlyThose()
    {
        var monday = Friday.PlusDays(-4);
        var days = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday };
        Assert.That(
            AiUseBandCalculator.OfWeek([new(monday, true), new(monday.PlusDays(1), false)], days, monday), Is.EqualTo(AiUseBand.MostDays));
        Assert.That(AiUseBandCalculator.OfWeek([], new HashSet<IsoDayOfWeek>(), monday), Is.Null);
    }

    [FsCheck.NUnit.Property]
    public bool Calculate_AnyFlags_ExpiresOnTheFirstDayWithoutABand(bool?[] uses)
    {
        List<DayFlag> flags =
            [.. uses.Index().Where(use => use.Item is not null).Select(use => new DayFlag(Friday.PlusDays(-use.Index), use.Item!.Value))];
        return Calculate(flags) is not { } reading
            || (At(reading.ExpiresOn) is null
                && At(reading.ExpiresOn.PlusDays(-1)) is not null
                && reading.ExpiresOn <= Friday.PlusDays(DayFlag.DaysKept));

        AiUseReading? At(LocalDate day) => AiUseBandCalculator.Calculate(flags, WorkingHours.MondayToFriday, day);
    }

    [Test]
    public void SelfReport_ReadBack_IsTheAnswerWhenThreeDaysOrMoreDistinguishIt(
        [Values] SelfReportedUse use, [Values(1, 2, 3, 4, 5, 7)] int days)
    {
        var working = Enumerable.Range(1, days).Select(day => (IsoDayOfWeek)day).ToHashSet();
        var read = SelfReport.Read(SelfReport.ToDayFlags(use, Friday, working));

        Assert.That(read, Is.EqualTo(days >= 3 || use == SelfReportedUse.ALot ? use : (SelfReportedUse?)null));
    }

    [TestCase(SelfReportedUse.Hardly, AiUseBand.None)]
    [TestCase(SelfReportedUse.NowAndThen, AiUseBand.Some)]
    [TestCase(SelfReportedUse.ALot, AiUseBand.NearlyEveryDay)]
    public void SelfReport_Alone_MakesABandForAboutAWeek(SelfReportedUse use, AiUseBand band)
    {
        var reading = Calculate(SelfReport.ToDayFlags(use, Friday, WorkingHours.MondayToFriday));
        Assert.That((reading?.Band, reading?.ExpiresOn), Is.EqualTo((band, Friday.PlusDays(10))));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void SelfReport_AnyNumberOfWorkingDays_IsEnoughForABand(int days)
    {
        var working = Enumerable.Range(1, days).Select(day => (IsoDayOfWeek)day).ToHashSet();
        var reading = AiUseBandCalculator.Calculate(SelfReport.ToDayFlags(SelfReportedUse.ALot, Friday, working), working, Friday);
        Assert.That(reading?.Band, Is.EqualTo(AiUseBand.NearlyEveryDay));
    }

    private static AiUseReading? Calculate(IEnumerable<DayFlag> flags) =>
        AiUseBandCalculator.Calculate(flags, WorkingHours.MondayToFriday, Friday);

    private static IEnumerable<LocalDate> WorkingDays(int count) =>
        Enumerable.Range(0, DayFlag.DaysKept).Select(back => Friday.PlusDays(-back))
            .Where(day => day.DayOfWeek <= IsoDayOfWeek.Friday).Take(count);
}
