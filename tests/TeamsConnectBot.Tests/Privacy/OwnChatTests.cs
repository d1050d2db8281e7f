namespace TeamsConnectBot.Tests.Privacy;

/// <summary>People in their own chat with the bot. Each test has a service and an organisation of its own.</summary>
internal abstract class OwnChatTests
{
    protected PrivacyWorld World { get; private set; } = null!;

    protected Person Anna => World.People[0];

    protected Person Bas => World.People[1];

    [SetUp]
    public async Task StartAsync() => World = await StartWorldAsync();

    [TearDown]
    public async Task StopAsync() => await World.DisposeAsync();

    protected virtual Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync();
}
