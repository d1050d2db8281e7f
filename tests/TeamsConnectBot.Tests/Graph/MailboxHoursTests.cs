using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>Working hours and zones as Outlook writes them.</summary>
internal sealed class MailboxHoursTests : ScheduleFixture
{
    private const string PacificRules = """
        {"@odata.type":"#microsoft.graph.customTimeZone","bias":480,"name":"Customized Time Zone",
         "standardOffset":{"time":"02:00:00.0000000","dayOccurrence":1,"dayOfWeek":"sunday","month":11,"year":0},
         "daylightOffset":{"daylightBias":-60,"time":"02:00:00.0000000","dayOccurrence":2,"dayOfWeek":"sunday","month":3,"year":0}}
        """;

    private const string AmsterdamRules = """
        {"bias":-60,"name":"Customized Time Zone",
         "standardOffset":{"time":"03:00:00.0000000","dayOccurrence":5,"dayOfWeek":"Sunday","month":10,"year":0},
         "daylightOffset":{"daylightBias":-60,"time":"02:00:00.0000000","dayOccurrence":5,"dayOfWeek":"Sunday","month":3,"year":0}}
        """;

    [Test]
    public async Task Hours_OfAPartTimer_KeepTheirDaysAndTimes()
    {
        var hours = await HoursAsync("""
            {"daysOfWeek":["Tuesday","monday"],"startTime":"08:30:00.0000000","endTime":"13:00:00.0000000",
             "timeZone":{"name":"Europe/Amsterdam"}}
            """);

        Assert.That(hours!.Days, Is.EqualTo(new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday }));
        Assert.That((hours.Start, hours.End), Is.EqualTo((new LocalTime(8, 30), new LocalTime(13, 0))));
        Assert.That(hours.Zone.Id, Is.EqualTo("Europe/Amsterdam"));
    }

    // A Windows name, its IANA equivalent, a zone without daylight saving time, one with a half-hour offset, and UTC.
    [TestCase("W. Europe Standard Time", "Europe/Berlin")]
    [TestCase("Europe/Amsterdam", "Europe/Amsterdam")]
    [TestCase("china standard time", "Asia/Shanghai")]
    [TestCase("India Standard Time", "Asia/Kolkata")]
    [TestCase("UTC", "UTC")]
    public async Task Zone_WithAName_IsFound(string name, string id)
    {
        var hours = await HoursAsync(Weekdays($$"""{"name":"{{name}}"}"""));

        var instant = At(12, 12);
        Assert.That(hours!.Zone.GetUtcOffset(instant), Is.EqualTo(DateTimeZoneProviders.Tzdb[id].GetUtcOffset(instant)));
    }

    // Every hour of a year is compared, because a misread rule shows only around the two clock changes.
    [TestCase("America/Los_Angeles", PacificRules)]
    [TestCase("Europe/Amsterdam", AmsterdamRules)]
    public async Task Zone_DescribedByRules_HasTheOffsetsOfTheRealZone(string id, string rules)
    {
        var zone = (await HoursAsync(Weekdays(rules)))!.Zone;

        var real = DateTimeZoneProviders.Tzdb[id];
        var year = Enumerable.Range(0, 365 * 24).Select(hour => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromHours(hour));
        Assert.That(year.Where(hour => zone.GetUtcOffset(hour) != real.GetUtcOffset(hour)), Is.Empty);
    }

    [Test]
    public async Task Zone_WithABiasAndNoRules_HasAFixedOffset()
    {
        var zone = (await HoursAsync(Weekdays("""{"name":"Customized Time Zone","bias":-345}""")))!.Zone;

        Assert.That(zone.GetUtcOffset(At(12, 12)), Is.EqualTo(Offset.FromHoursAndMinutes(5, 45)));
    }

    [TestCase(
        """{"daysOfWeek":["monday"],"startTime":"08:00:00.0000000","endTime":"17:00:00.0000000","""
        + """ "timeZone":{"name":"Customized Time Zone"}}""")]
    [TestCase("""{"daysOfWeek":["someday"],"startTime":"08:00:00.0000000","endTime":"17:00:00.0000000","timeZone":{"name":"UTC"}}""")]
    [TestCase("""{"daysOfWeek":["monday"],"startTime":"eight","endTime":"17:00:00.0000000","timeZone":{"name":"UTC"}}""")]
    [TestCase("""{"daysOfWeek":["monday"],"startTime":"08:00:00.0000000","endTime":"17:00:00.0000000"}""")]
    [TestCase("null")]
    public async Task Hours_Unreadable_AreMissing(string hours)
    {
        var answer = await AnswerToAsync($$"""{"scheduleItems":[],"workingHours":{{hours}} }""");

        Assert.That(((KnownSchedule)answer).Hours, Is.Null);
    }

    // On 29 March 2026 Amsterdam skips 02:00 to 03:00, so the same local time is an hour earlier in UTC afterwards.
    [Test]
    public async Task BusyTime_AroundAClockChange_KeepsItsLocalTime()
    {
        var week = new Interval(Instant.FromUtc(2026, 3, 23, 0, 0), Instant.FromUtc(2026, 4, 6, 0, 0));

        var answer = await AnswerToAsync($$"""{"scheduleItems":[{{Nine("2026-03-27")}},{{Nine("2026-03-30")}}]}""", week);

        Assert.That(
            ((KnownSchedule)answer).Busy.Select(b => b.Start),
            Is.EqualTo(new[] { Instant.FromUtc(2026, 3, 27, 8, 0), Instant.FromUtc(2026, 3, 30, 7, 0) }));

        static string Nine(string day) =>
            $$"""{"status":"busy","start":{"dateTime":"{{day}}T09:00:00.0000000","timeZone":"Europe/Amsterdam"},"""
            + $$"""  "end":{"dateTime":"{{day}}T10:00:00.0000000","timeZone":"Europe/Amsterdam"} }""";
    }

    private async Task<MailboxHours?> HoursAsync(string hours) =>
        ((KnownSchedule)await AnswerToAsync($$"""{"scheduleItems":[],"workingHours":{{hours}} }""")).Hours;

    private static string Weekdays(string zone) =>
        """{"daysOfWeek":["monday","tuesday","wednesday","thursday","friday"],"startTime":"08:00:00.0000000","""
        + $$"""  "endTime":"17:00:00.0000000","timeZone":{{zone}} }""";
}
