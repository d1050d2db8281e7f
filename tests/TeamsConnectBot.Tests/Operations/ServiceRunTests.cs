using TeamsConnectBot.Operations;

namespace TeamsConnectBot.Tests.Operations;

internal sealed class ServiceRunTests
{
    private const string Secret = "s3cret-that-nobody-may-see";

    [TestCase("7", "", true)]
    [TestCase("7", "Works council, decision 2026-14", false)]
    [TestCase("10", "", false)]
    public async Task Start_WithALowGroupMinimum_NeedsWhoAgreedToIt(string minimum, string agreedBy, bool refused)
    {
        using var errors = new StringWriter();
        await ServiceRun.RunAsync(
        [
            "--environment=Production", "--Bot:AppId=not-a-guid", $"--Rituals:GroupMinimum={minimum}",
            $"--Rituals:GroupMinimumAgreedBy={agreedBy}",
        ], errors);

        Assert.That(errors.ToString().Contains("Rituals:GroupMinimumAgreedBy", StringComparison.Ordinal), Is.EqualTo(refused));
    }

    [Test]
    public async Task Start_SeveralWrongSettings_ListsThemAllAndShowsNoSecret()
    {
        using var errors = new StringWriter();
        var code = await ServiceRun.RunAsync(
        [
            "--environment=Production", "--Bot:AppId=not-a-guid", $"--Bot:ClientSecret={Secret}", "--Graph:MaxRetries=99",
            "--Engine:SendAtOnce=0", "--Storage:Synchronous=Perhaps", "--Programme:InstallLink=teams",
        ], errors);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(errors.ToString(), Does.Contain("Bot:AppId is 'not-a-guid'; it must be a GUID.")
            .And.Contain("Graph:MaxRetries is '99'; allowed: 0 to 10.")
            .And.Contain("Engine:SendAtOnce must lie between 1 and 64")
            .And.Contain("Storage:Synchronous must be Full, Normal or Off")
            .And.Contain("Programme:InstallLink is 'teams'; give an https address")
            .And.Contain("Programme:Pools is empty"));
        Assert.That(errors.ToString(), Does.Not.Contain(Secret));
    }
}
