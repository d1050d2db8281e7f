namespace TeamsConnectBot.Tests.Rules;

/// <summary>Each test has a small organisation of its own in which everybody takes part.</summary>
internal abstract class JoinedOfficeTests
{
    protected OfficeWorld World { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        World = await OfficeWorld.StartAsync();
        foreach (var person in World.Inner.People)
        {
            await World.Inner.JoinAsync(person);
        }
    }

    [TearDown]
    public async Task StopAsync() => await World.DisposeAsync();
}
