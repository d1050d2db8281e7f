using TeamsConnectBot.Core.HelpRequests;

namespace TeamsConnectBot.Core.Tests.HelpRequests;

public sealed class HelpAllowanceTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 9, 0);

    [TestCase(0, 7)]
    [TestCase(1, 14)]
    [TestCase(2, 28)]
    [TestCase(9, 28)]
    public void Allows_AfterSilences_ComesAgainAfterThatManyDays(int silences, int days) => Assert.Multiple(() =>
    {
        Assert.That(HelpAllowance.Allows(Now - Duration.FromDays(days), silences, Now), Is.True);
        Assert.That(HelpAllowance.Allows(Now - Duration.FromDays(days) + Duration.FromSeconds(1), silences, Now), Is.False);
        Assert.That(HelpAllowance.Allows(null, silences, Now), Is.True);
    });

    [TestCase(0, 3, 1)]
    [TestCase(1, 3, 2)]
    [TestCase(2, 3, 2)]
    [TestCase(1, 1, 1)]
    public void AfterSilence_CountsOnlyWhoeverHadTimeToAnswer(int before, int hoursOpen, int after) =>
        Assert.That(HelpAllowance.AfterSilence(before, Duration.FromHours(hoursOpen)), Is.EqualTo(after));
}
