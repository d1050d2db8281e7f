using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Hosting;

/// <summary>Without an app id no token can be checked, so the bot runs in Development only and answers this machine only.</summary>
internal sealed class NoAppIdTests : BotTestFixture
{
    [SetUp]
    public Task StartWithoutAppId() => RestartBotAsync(RemoveAppId, "Development");

    [Test]
    public async Task Post_FromThisMachine_IsHandledWithoutToken() =>
        Assert.That((await Bot.PostAsync(Bot.Message("hoi").ToJsonString(), null)).Status, Is.EqualTo(200));

    [TestCase("X-Forwarded-For", "203.0.113.7", TestName = "Post_ThroughATunnelOnThisMachine_Is401")]
    [TestCase("Host", "evil.example", TestName = "Post_HostNameResolvingToThisMachine_Is401")]
    public async Task Post(string header, string value)
    {
        var answer = await Bot.PostAsync(
            Bot.Message("hoi").ToJsonString(), null, change: request => request.Headers.TryAddWithoutValidation(header, value));

        Assert.That(answer.Status, Is.EqualTo(401));
        Assert.That(Bot.Script.Calls, Is.Empty);
    }

    [Test]
    public async Task Send_WithoutAppId_CarriesNoToken()
    {
        Channel.Expect("POST v3/conversations/a/activities", 201, """{"id":"m"}""");

        await Bot.Connector.SendToConversationAsync(null, "a", Microsoft.Bot.Builder.MessageFactory.Text("hoi"));

        Assert.That(Channel.Received.Single().Authorization, Is.Null);
    }

    [Test]
    public void Start_InProduction_IsRefused() => Assert.That(
        () => BotHost.StartAsync(Channel, RemoveAppId),
        Throws.InstanceOf<Microsoft.Extensions.Options.OptionsValidationException>().With.Message.Contains("Bot:AppId is not set"));

    private static void RemoveAppId(Dictionary<string, string?> settings)
    {
        settings.Remove("Bot:AppId");
        settings.Remove("Bot:ClientSecret");
    }
}
