using TeamsConnectBot.Operations;

namespace TeamsConnectBot.Tests.Operations;

internal sealed class ServiceRunTests
{
    private const string Secret = "s3cret-that-nobody-may-see";

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
