namespace TeamsConnectBot.Tests.Admin;

/// <summary>The overview shows when rounds come.</summary>
internal sealed class NextRoundsTests : AdminTests
{
    [Test]
    public async Task Overview_NextRounds_AreDatesOnThePoolsClock()
    {
        var admin = await SignedInAsync(Admin);

        Assert.That((await admin.OpenAsync("/admin")).Text, Does.Contain("Next rounds").And.Match(@"Monday \d+ March 2026 09:00 \(Amsterdam\)"));
    }
}
