using System.Globalization;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Tests.Graph;

internal sealed class RetryAfterTests
{
    [TestCase("0", 0)]
    [TestCase("7", 7)]
    [TestCase("2.128", 2.128)]
    [TestCase(" 3 ", 3)]
    [TestCase("1e9", null)]
    [TestCase("-1", null)]
    [TestCase("soon", null)]
    [TestCase("NaN", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void Value_WholeOrFractional_IsSeconds(string? value, double? seconds) =>
        Assert.That(RetryAfter.Parse(value)?.TotalSeconds, Is.EqualTo(seconds));

    [Test]
    public void Value_DateInThePast_IsZero() =>
        Assert.That(RetryAfter.Parse("Wed, 21 Oct 2015 07:28:00 GMT"), Is.EqualTo(TimeSpan.Zero));

    [Test]
    public void Value_DateInTheFuture_IsTheTimeUntilThen()
    {
        var ahead = TimeProvider.System.GetUtcNow().AddSeconds(30).ToString("r", CultureInfo.InvariantCulture);

        Assert.That(RetryAfter.Parse(ahead)!.Value.TotalSeconds, Is.InRange(20, 30));
    }

    [Test]
    public void Value_TooLargeForATimeSpan_IsCappedAtADay() =>
        Assert.That(RetryAfter.Parse("99999999999999999999"), Is.EqualTo(TimeSpan.FromDays(1)));
}
