using TeamsConnectBot.Data;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Tests.Signals;

/// <summary>Which days of the organisation's sources are kept: those from the consent on, outside pauses.</summary>
internal sealed class SourceDaysTests
{
    private static readonly LocalDate Tuesday = new(2026, 3, 3);

    [TestCase("Europe/Amsterdam", "2026-03-03T07:00:00Z", true)]
    [TestCase("Europe/Amsterdam", "2026-03-02T22:59:00Z", true)]
    [TestCase("Europe/Amsterdam", "2026-03-03T23:30:00Z", false)]
    [TestCase("Pacific/Auckland", "2026-03-02T20:00:00Z", true)]
    [TestCase("Pacific/Auckland", "2026-03-03T20:00:00Z", false)]
    // In the report's days, which are in UTC, Tuesday was over when they allowed it on their own Tuesday evening.
    [TestCase("America/Los_Angeles", "2026-03-04T01:00:00Z", false)]
    public void Day_ByTheConsent_IsKeptFromItsOwnDayOn(string zone, string allowedAt, bool isKept) =>
        Assert.That(SourceDays.MayBeKept(PersonIn(zone, InstantOf(allowedAt)), Tuesday), Is.EqualTo(isKept));

    [TestCase("2026-03-02T12:00:00Z", true)]
    [TestCase("2026-03-03T12:00:00Z", false)]
    public void Day_ByTheEndOfAPause_IsKeptIfItBeganLater(string pausedUntil, bool isKept)
    {
        var person = PersonIn("Europe/Amsterdam", Instant.FromUtc(2026, 2, 1, 9, 0));
        person.PausedUntil = InstantOf(pausedUntil);

        Assert.That(SourceDays.MayBeKept(person, Tuesday), Is.EqualTo(isKept));
    }

    [Test]
    public void Day_WithoutConsent_IsNotKept() => Assert.That(SourceDays.MayBeKept(PersonIn("Europe/Amsterdam", null), Tuesday), Is.False);

    private static Instant InstantOf(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;

    private static Participant PersonIn(string zone, Instant? allowedAt) => new()
    {
        PersonId = "p", PoolId = "everyone", Name = "Anna", Nonce = "n", TeamsUserId = "29:p", ServiceUrl = "http://127.0.0.1/",
        Language = "nl", Zone = zone, InstalledAt = Instant.FromUtc(2026, 1, 5, 9, 0), SourcesAllowedAt = allowedAt,
    };
}
