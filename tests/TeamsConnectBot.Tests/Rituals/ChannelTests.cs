namespace TeamsConnectBot.Tests.Rituals;

/// <summary>One service for a fixture's tests; each has a channel of its own.</summary>
internal abstract class ChannelTests
{
    protected RitualWorld World { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => World = await RitualWorld.StartAsync();

    [SetUp]
    public void UseNewChannel() => World.UseNewChannel();

    [OneTimeTearDown]
    public async Task StopAsync() => await World.DisposeAsync();
}
