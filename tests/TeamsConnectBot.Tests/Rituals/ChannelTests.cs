namespace TeamsConnectBot.Tests.Rituals;

/// <summary>The tests of a fixture share one service; each has a channel of its own.</summary>
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
