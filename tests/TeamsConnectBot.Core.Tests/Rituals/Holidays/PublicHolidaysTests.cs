using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Holidays;

namespace TeamsConnectBot.Core.Tests.Rituals.Holidays;

/// <summary>Dates as published by each government.</summary>
public sealed class PublicHolidaysTests
{
    [TestCase("BE", 2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25")]
    [TestCase("DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26")]
    [TestCase("FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [TestCase("LU", 2026, "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26")]
    [TestCase("GB", 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [TestCase("GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28")]
    [TestCase("GB", 2022, "01-01 01-03 04-15 04-18 05-02 05-30 08-29 12-25 12-26 12-27")]
    [TestCase("GB", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28")]
    [TestCase("IE", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26")]
    [TestCase("IE", 2030, "01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26")]
    [TestCase("NL", 2025, "01-01 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26")]
    [TestCase("NL", 2027, "01-01 03-28 03-29 04-27 05-06 05-16 05-17 12-25 12-26")]
    [TestCase("NL", 2026, "01-01 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26")]
    public void In_CountryAndYear_AreTheOfficialDates(string country, int year, string expected) => Assert.That(
        string.Join(
            ' ',
            PublicHolidays.In(country, year).Select(holiday => LocalDatePattern.CreateWithInvariantCulture("MM-dd").Format(holiday.Date))),
        Is.EqualTo(expected));

    [TestCase("nl", true)]
    [TestCase("XX", false)]
    [TestCase("", false)]
    public void Knows_Code_IgnoresCase(string country, bool known) => Assert.That(PublicHolidays.Knows(country), Is.EqualTo(known));

    [TestCase(2000, "2000-04-23")]
    [TestCase(2008, "2008-03-23")]
    [TestCase(2011, "2011-04-24")]
    [TestCase(2038, "2038-04-25")]
    public void Easter_Year_IsTheSundayInTheTables(int year, string expected) =>
        Assert.That(LocalDatePattern.Iso.Format(Easter.SundayOf(year)), Is.EqualTo(expected));
}
