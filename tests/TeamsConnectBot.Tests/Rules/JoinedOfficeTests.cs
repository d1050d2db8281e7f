namespace TeamsConnectBot.Tests.Rules;

/// <summary>Each test has a small organisation of its own in which everybody takes part.</summary>
internal abstract class JoinedOfficeTests
{
    protected OfficeWorld World { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        World = await OfficeWorld.StartAsync();
        await World.JoinAllAsync();
    }

    [TearDown]
    public async Task StopAsync() => await World.DisposeAsync();
}
