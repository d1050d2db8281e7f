using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Holidays;
using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.Tests.Rituals.Holidays;

/// <summary>Dates as published by the Dutch government.</summary>
public sealed class DutchHolidaysTests
{
    [TestCase(2025, "2025-01-01 2025-04-20 2025-04-21 2025-04-26 2025-05-05 2025-05-29 2025-06-08 2025-06-09 2025-12-25 2025-12-26")]
    [TestCase(2026, "2026-01-01 2026-04-05 2026-04-06 2026-04-27 2026-05-14 2026-05-24 2026-05-25 2026-12-25 2026-12-26")]
    [TestCase(2027, "2027-01-01 2027-03-28 2027-03-29 2027-04-27 2027-05-06 2027-05-16 2027-05-17 2027-12-25 2027-12-26")]
    public void In_AYear_AreTheOfficialOnes(int year, string expected) =>
        Assert.That(string.Join(' ', DutchHolidays.In(year).Select(holiday => LocalDatePattern.Iso.Format(holiday.Date))), Is.EqualTo(expected));

    [Test]
    public void In_WithGoodFriday_HasItToo() =>
        Assert.That(DutchHolidays.In(2027, withGoodFriday: true).Single(holiday => holiday.Name(Language.English) == "Good Friday").Date, Is.EqualTo(new LocalDate(2027, 3, 26)));

    [TestCase(2000, "2000-04-23")]
    [TestCase(2008, "2008-03-23")]
    [TestCase(2011, "2011-04-24")]
    [TestCase(2038, "2038-04-25")]
    public void Easter_OfAYear_IsTheSundayOfTheTables(int year, string expected) => Assert.That(LocalDatePattern.Iso.Format(Easter.SundayOf(year)), Is.EqualTo(expected));
}
