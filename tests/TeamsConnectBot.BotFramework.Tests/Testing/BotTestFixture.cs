namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>A channel and a bot for each test. An unexpected connector request fails the test.</summary>
internal abstract class BotTestFixture
{
    protected FakeChannel Channel { get; private set; } = null!;

    protected BotHost Bot { get; set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Channel = await FakeChannel.StartAsync();
        Bot = await BotHost.StartAsync(Channel);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await Bot.DisposeAsync();
        await Channel.DisposeAsync();
    }

    protected async Task RestartBotAsync(
        Action<Dictionary<string, string?>>? configure = null, string environment = "Production",
        Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? services = null)
    {
        await Bot.DisposeAsync();
        Bot = await BotHost.StartAsync(Channel, configure, environment, services);
    }
}
