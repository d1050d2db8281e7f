using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Tests.Connector;

internal sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [TestCase("0", 0)]
    [TestCase("2", 2)]
    [TestCase("7", 7)]
    [TestCase("2.128", 2.128)]
    [TestCase(" 3 ", 3)]
    [TestCase("99999999999999999999", 86400)]
    [TestCase("Mon, 02 Mar 2026 09:00:30 GMT", 30)]
    [TestCase("Mon, 02 Mar 2026 08:59:00 GMT", 0)]
    [TestCase("Mon, 09 Mar 2026 09:00:00 GMT", 86400)]
    public void Parse_ValidValue_IsTheWait(string value, double seconds) =>
        Assert.That(RetryAfter.Parse(value, Now), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("-1")]
    [TestCase("soon")]
    [TestCase("1,5")]
    [TestCase("NaN")]
    [TestCase("1e9")]
    public void Parse_InvalidValue_IsNull(string? value) => Assert.That(RetryAfter.Parse(value, Now), Is.Null);

    [Test]
    public void Of_FractionInAResponse_IsReadAlthoughTheTypedHeaderIsNull()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", "2.5");

        Assert.That(RetryAfter.Of(response), Is.EqualTo(TimeSpan.FromSeconds(2.5)));
        Assert.That(response.Headers.RetryAfter, Is.Null);
    }
}
