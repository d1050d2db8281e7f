using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>Times in the formats that clients send.</summary>
internal sealed class ClockInputTests
{
    [TestCase("09:00", 9, 0)]
    [TestCase("9:05", 9, 5)]
    [TestCase("09:00:00", 9, 0)]
    [TestCase("09:00:00.0000000", 9, 0)]
    [TestCase("17.30", 17, 30)]
    [TestCase("12:30 PM", 12, 30)]
    [TestCase("12:30 AM", 0, 30)]
    [TestCase("9:05 pm", 21, 5)]
    [TestCase("9:05\u202Fp.m.", 21, 5)]
    [TestCase("24:00", 0, 0)]
    [TestCase("24:00:00", 0, 0)]
    [TestCase("٠٩:٣٠", 9, 30)]
    [TestCase("०९:३०", 9, 30)]
    [TestCase(" 09:00 ", 9, 0)]
    public void Read_Time_IsParsed(string sent, int hour, int minute) =>
        Assert.That(ClockInput.Read(sent), Is.EqualTo(new LocalTime(hour, minute)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("25:00")]
    [TestCase("24:01")]
    [TestCase("12:60")]
    [TestCase("13:00 PM")]
    [TestCase("0:30 AM")]
    [TestCase("9")]
    [TestCase("negen uur")]
    [TestCase("09:00x")]
    [TestCase("x09:00")]
    [TestCase("-9:00")]
    public void Read_NotATime_IsNull(string? sent) => Assert.That(ClockInput.Read(sent), Is.Null);
}
