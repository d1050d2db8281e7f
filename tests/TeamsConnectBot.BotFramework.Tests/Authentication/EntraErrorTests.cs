using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.BotFramework.Tests.Authentication;

/// <summary>What is kept of Entra's explanation when it issues no token.</summary>
internal sealed class EntraErrorTests
{
    private const string Ids =
        "Trace ID: 255d1aef-8c98-452f-ac51-23d051240864{0}"
        + "Correlation ID: fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7{0}Timestamp: 2026-03-02 12:00:00Z";

    [TestCase(" ")]
    [TestCase("\r\n")]
    public void Explanation_OfSeveralSentences_KeepsTheFirstAndTheCorrelationId(string separator)
    {
        var ids = Ids.Replace("{0}", separator, StringComparison.Ordinal);
        var failure = new InvalidOperationException("failed: ", new InvalidOperationException(
            $"A configuration issue: AADSTS90002: Tenant 'a.example' not found. Check the tenant.{separator}{ids}"));

        Assert.That(EntraError.Read(failure), Is.EqualTo(
            new EntraProblem("AADSTS90002", "Tenant 'a.example' not found.", "fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7")));
    }

    [Test]
    public void Explanation_WithoutIds_HasNoCorrelationId() =>
        Assert.That(
            EntraError.Read(new InvalidOperationException("AADSTS700016: No such application")),
            Is.EqualTo(new EntraProblem("AADSTS700016", "No such application.", null)));

    [Test]
    public void Failure_WithoutEntrasCode_IsNotEntras() =>
        Assert.That(EntraError.Read(new InvalidOperationException("No network.")), Is.Null);
}
