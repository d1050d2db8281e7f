using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>A Windows time zone spans several countries; people see the city of their own.</summary>
internal sealed class HomeZoneTests
{
    [TestCase("W. Europe Standard Time", "Europe/Amsterdam", "Europe/Amsterdam")]
    [TestCase("W. Europe Standard Time", "Europe/Vienna", "Europe/Vienna")]
    [TestCase("W. Europe Standard Time", "America/New_York", "Europe/Berlin", Description = "their own zone differs")]
    [TestCase("FLE Standard Time", "Europe/Helsinki", "Europe/Helsinki")]
    public void AtHome_OfAMailboxZone_IsTheirOwnZoneWhereEquivalent(string mailbox, string own, string expected) =>
        Assert.That(MailboxZones.AtHome(MailboxZones.Find(mailbox)!, own).Id, Is.EqualTo(expected));

    [TestCase("W. Europe Standard Time", "NL", "Europe/Amsterdam")]
    [TestCase("W. Europe Standard Time", "DE", "Europe/Berlin")]
    [TestCase("W. Europe Standard Time", "GB", null)]
    public void InCountry_OfAnOffice_IsItsOwnCity(string mailbox, string country, string? expected) =>
        Assert.That(MailboxZones.InCountry(MailboxZones.Find(mailbox)!, country), Is.EqualTo(expected));

    [TestCase("Europe/Berlin", true)]
    [TestCase("Europe/Amsterdam", false)]
    [TestCase("Europe/Helsinki", false)]
    public void IsVague_IsTrueOnlyForTheDefaultCityOfAWindowsZone(string zone, bool vague) =>
        Assert.That(MailboxZones.IsVague(zone), Is.EqualTo(vague));

    [TestCase("CST6CDT", "Central Standard Time")]
    [TestCase("EST5EDT", "Eastern Standard Time")]
    [TestCase("PST8PDT", "Pacific Standard Time")]
    [TestCase("Antarctica/Troll", null)]
    public void WindowsName_OfALegacyId_IsThatOfTheEquivalentZone(string zone, string? expected) =>
        Assert.That(MailboxZones.WindowsName(DateTimeZoneProviders.Tzdb[zone]), Is.EqualTo(expected));
}
