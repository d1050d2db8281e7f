using NodaTime.Text;
using TeamsConnectBot.Participants;

namespace TeamsConnectBot.Tests.Commands;

internal sealed class PauseLengthTests
{
    // A Wednesday.
    private static readonly LocalDate Today = new(2026, 11, 25);

    [TestCase("", "2026-12-09")]
    [TestCase("2 weken", "2026-12-09")]
    [TestCase("een week", "2026-12-02")]
    [TestCase("two weeks", "2026-12-09")]
    [TestCase("voor 10 dagen", "2026-12-05")]
    [TestCase("for a month", "2026-12-25")]
    [TestCase("3 maanden", "2027-02-25")]
    [TestCase("tot 3 januari", "2027-01-03")]
    [TestCase("tot en met 3 jan", "2027-01-04")]
    [TestCase("until january 3rd", "2027-01-03")]
    [TestCase("until 3 January 2027", "2027-01-03")]
    [TestCase("till 2027-01-03", "2027-01-03")]
    [TestCase("tot 30 november", "2026-11-30")]
    [TestCase("tot 25 november", "2027-11-25")]
    [TestCase("tot maandag", "2026-11-30")]
    [TestCase("until wednesday", "2026-12-02")]
    public void Read_TextWithALength_GivesTheDayItEnds(string text, string day) =>
        Assert.That(PauseLength.Read(text, Today), Is.EqualTo(LocalDatePattern.Iso.Parse(day).Value));

    [TestCase("even")]
    [TestCase("tot de zomer")]
    [TestCase("tot 31 februari")]
    [TestCase("tot 3-1")]
    [TestCase("0 dagen")]
    [TestCase("99999 weken")]
    [TestCase("2 jaar")]
    [TestCase("until 2026-11-25")]
    [TestCase("until 3 January 2029")]
    [TestCase("tot 3 januari of zo")]
    public void Read_OtherText_IsNotGuessed(string text) => Assert.That(PauseLength.Read(text, Today), Is.Null);
}
