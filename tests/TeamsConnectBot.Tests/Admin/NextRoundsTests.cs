namespace TeamsConnectBot.Tests.Admin;

/// <summary>The overview shows when the next rounds start.</summary>
internal sealed class NextRoundsTests : AdminTests
{
    [Test]
    public async Task Overview_NextRounds_AreShownInThePoolsTimeZone()
    {
        var admin = await SignedInAsync(Admin);

        Assert.That(
            (await admin.OpenAsync("/admin")).Text, Does.Contain("Next round").And.Match(@"Monday \d+ March 2026 09:00 \(Amsterdam\)"));
    }

    [TestCase("nl", "Groep iedereen")]
    [TestCase("en", "Pool everyone")]
    public async Task Overview_NextRounds_ShowThePoolsName(string language, string says)
    {
        var admin = await SignedInAsync(Admin, language);

        Assert.That((await admin.OpenAsync("/admin")).Text, Does.Contain(says));
    }
}
