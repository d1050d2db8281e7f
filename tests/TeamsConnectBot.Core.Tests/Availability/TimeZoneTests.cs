using NodaTime;
using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Tests.Availability;

public sealed class TimeZoneTests
{
    private static readonly LocalTime Two = new(2, 0);

    private static readonly (CustomTimeZone Custom, string Same)[] Known =
    [
        (new(480, new(11, IsoDayOfWeek.Sunday, 1, Two), new(3, IsoDayOfWeek.Sunday, 2, Two), -60), "America/Los_Angeles"),
        (new(-60, new(10, IsoDayOfWeek.Sunday, 5, new LocalTime(3, 0)), new(3, IsoDayOfWeek.Sunday, 5, Two), -60), "Europe/Amsterdam"),
        (new(-600, new(4, IsoDayOfWeek.Sunday, 1, new LocalTime(3, 0)), new(10, IsoDayOfWeek.Sunday, 1, Two), -60), "Australia/Sydney"),
        (new(-330, null, null, 0), "Asia/Kolkata"),
    ];

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool CustomZone_AnyMoment_AgreesWithTheNamedZone(int which, uint minutes)
    {
        // From 2009 on the rules of all of these have stayed the same; 20 years of minutes are tried.
        var (custom, same) = Known[(int)((uint)which % Known.Length)];
        var moment = Instant.FromUtc(2009, 1, 1, 0, 0) + Duration.FromMinutes(minutes % (20 * 525_600L));
        return moment.InZone(custom.ToZone()).LocalDateTime == moment.InZone(DateTimeZoneProviders.Tzdb[same]).LocalDateTime;
    }

    [Test]
    public void CustomZone_TwentyYears_ChangesAtTheVeryMoments([Values(0, 1, 2)] int which)
    {
        var (custom, same) = Known[which];
        var years = new Interval(Instant.FromUtc(2009, 1, 1, 0, 0), Instant.FromUtc(2029, 1, 1, 0, 0));
        Assert.That(
            custom.ToZone().GetZoneIntervals(years).Skip(1).Select(interval => (interval.Start, interval.WallOffset)),
            Is.EqualTo(DateTimeZoneProviders.Tzdb[same].GetZoneIntervals(years).Skip(1).Select(interval => (interval.Start, interval.WallOffset))));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool CustomZone_AnyMoment_LiesInItsOwnInterval(uint minutes)
    {
        var moment = Instant.FromUtc(1900, 1, 1, 0, 0) + Duration.FromMinutes(minutes % (200 * 525_600L));
        return Known.Select(known => known.Custom.ToZone().GetZoneInterval(moment)).All(interval => interval.Contains(moment));
    }

    [Test]
    public void CustomZone_InWorkingHours_GivesTheRightHours()
    {
        var hours = new WorkingHours([IsoDayOfWeek.Monday], new LocalTime(8, 0), new LocalTime(17, 0), Known[0].Custom.ToZone());
        var free = AvailabilityBuilder.Build(new Week(new LocalDate(2026, 7, 6)), hours, [], AvailabilityRules.Default);
        Assert.That(free.Gaps().Single(), Is.EqualTo(new Slot(15 * 4, 9 * 4)));
    }

    [Test]
    public void CustomZone_OneChangeMissing_IsRefused() =>
        Assert.That(() => new CustomTimeZone(60, null, new ClockChange(3, IsoDayOfWeek.Sunday, 2, Two), -60).ToZone(), Throws.TypeOf<UnknownTimeZoneException>());

    [TestCase(13, 1, 0)]
    [TestCase(3, 6, 0)]
    [TestCase(3, 1, 2026)]
    public void CustomZone_RuleOutOfRange_IsRefused(int month, int occurrence, int year)
    {
        var change = new ClockChange(month, IsoDayOfWeek.Sunday, occurrence, Two, year);
        Assert.That(() => new CustomTimeZone(60, change, change, -60).ToZone(), Throws.TypeOf<UnknownTimeZoneException>());
    }

    [Test]
    public void CustomZone_BiasBeyondTheWorld_IsRefused() =>
        Assert.That(() => new CustomTimeZone(5000, null, null, 0).ToZone(), Throws.TypeOf<UnknownTimeZoneException>().With.Message.Contains("5000"));

    [TestCase("W. Europe Standard Time", "Europe/Berlin")]
    [TestCase("w. europe standard time", "Europe/Berlin")]
    [TestCase("Pacific Standard Time", "America/Los_Angeles")]
    [TestCase("UTC", "UTC")]
    [TestCase("Europe/Amsterdam", "Europe/Amsterdam")]
    public void Resolve_WindowsOrIanaName_FindsTheZone(string name, string id)
    {
        var moment = Instant.FromUtc(2026, 7, 1, 12, 0);
        Assert.That(ZoneNames.Resolve(name).GetUtcOffset(moment), Is.EqualTo(DateTimeZoneProviders.Tzdb[id].GetUtcOffset(moment)));
    }

    [TestCase("Customized Time Zone")]
    [TestCase("Middle-earth Standard Time")]
    [TestCase("")]
    [TestCase(null)]
    public void Resolve_UnknownName_SaysWhichOne(string? name) =>
        Assert.That(() => ZoneNames.Resolve(name), Throws.TypeOf<UnknownTimeZoneException>().With.Message.Contains($"'{name}'"));
}
