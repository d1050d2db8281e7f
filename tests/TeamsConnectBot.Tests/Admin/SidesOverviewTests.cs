using TeamsConnectBot.Tests.Rounds;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The overview of a pool with two sides, one of which has a group that is too small.</summary>
internal sealed class SidesOverviewTests : AdminTests
{
    protected override Dictionary<string, string> Settings() =>
        MentorPool.Settings().ToDictionary(setting => setting.Key, setting => setting.Value);

    [Test]
    public async Task Overview_OfAPoolWithTwoSides_NamesThemAndSaysWhyNobodyIsInvited()
    {
        World.Tenant.Tenant.Groups.Set(new TenantGroup(MentorPool.Mentors, "Mentors") { Members = [.. World.People.Take(2)] });
        await World.AdvanceToAsync(new DateTimeOffset(2026, 3, 9, 12, 0, 0, TimeSpan.Zero));

        var english = (await (await SignedInAsync(Admin)).OpenAsync("/admin")).Text;
        var dutch = (await (await SignedInAsync(Admin, "nl")).OpenAsync("/admin")).Text;

        Assert.That(english, Does.Contain("Two sides: a mentor · somebody who looks for a mentor").And.Contain("fewer than three people"));
        Assert.That(dutch, Does.Contain("Twee kanten: mentor · iemand die een mentor zoekt").And.Contain("minder dan drie mensen"));
    }
}
