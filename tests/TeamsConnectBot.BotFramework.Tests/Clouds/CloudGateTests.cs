using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Clouds;

/// <summary>What a bot in one cloud does with activities of another, and whom it asks for its tokens.</summary>
internal sealed class CloudGateTests : BotTestFixture
{
    [TestCase("Public", "https://api.botframework.com")]
    [TestCase("UsGcc", "https://api.botframework.com")]
    [TestCase("UsGov", "https://api.botframework.us")]
    [TestCase("UsGovDod", "https://api.botframework.us")]
    public async Task Post_TokenOfTheBotsOwnCloud_IsAccepted(string cloud, string issuer)
    {
        await RestartInAsync(cloud);

        var answer = await Bot.PostAsync(Bot.Message("hoi").ToJsonString(), (Channel.Token with { Issuer = issuer }).Write());

        Assert.That(answer, Is.EqualTo(new BotAnswer(200, null)));
        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "message hoi" }));
    }

    [TestCase("Public", "https://api.botframework.us", "UsGov")]
    [TestCase("UsGcc", "https://api.botframework.us", "UsGov")]
    [TestCase("UsGov", "https://api.botframework.com", "Public")]
    [TestCase("UsGovDod", "https://api.botframework.com", "Public")]
    [TestCase("UsGov", "https://api.botframework.azure.cn", "China")]
    public async Task Post_TokenOfAnotherCloud_IsUnauthorizedAndTheLogNamesBoth(string cloud, string issuer, string owner)
    {
        await RestartInAsync(cloud);

        var answer = await Bot.PostAsync(Bot.Message("hoi").ToJsonString(), (Channel.Token with { Issuer = issuer }).Write());

        Assert.That(answer.Status, Is.EqualTo(401));
        Assert.That(
            Bot.Log.Lines.Select(line => line.Text), Has.Some.Contains($"issuer is that of the cloud {owner}, but Cloud is {cloud}"));
        Assert.That(Bot.Script.Calls, Is.Empty);
    }

    [TestCase("Public", "https://smba.infra.gcc.teams.microsoft.com/teams/", "UsGcc")]
    [TestCase("Public", "https://smba.infra.gov.teams.microsoft.us/teams/", "UsGov")]
    [TestCase("UsGcc", "https://smba.trafficmanager.net/emea/", "Public")]
    [TestCase("UsGov", "https://smba.trafficmanager.net/amer/", "Public")]
    [TestCase("UsGov", "https://smba.infra.dod.teams.microsoft.us/teams/", "UsGovDod")]
    [TestCase("UsGovDod", "https://smba.infra.gov.teams.microsoft.us/gcch/", "UsGov")]
    public async Task Post_ServiceUrlOfAnotherCloud_IsForbiddenAndTheLogNamesBoth(string cloud, string serviceUrl, string owner)
    {
        await RestartInAsync(cloud);

        var answer = await PostFromAsync(serviceUrl);

        Assert.That(answer.Status, Is.EqualTo(403));
        Assert.That(
            Bot.Log.Lines.Select(line => line.Text), Has.Some.Contains($"service URL belongs to the cloud {owner}, but Cloud is {cloud}"));
        Assert.That(Bot.Script.Calls, Is.Empty);
    }

    [TestCase("Public", "https://smba.trafficmanager.net/emea/")]
    [TestCase("UsGcc", "https://smba.infra.gcc.teams.microsoft.com/gcc/")]
    [TestCase("UsGov", "https://smba.infra.gov.teams.microsoft.us/gcch/")]
    [TestCase("UsGovDod", "https://smba.infra.dod.teams.microsoft.us/dod/")]
    public async Task Post_ServiceUrlOfTheBotsOwnCloud_IsAccepted(string cloud, string serviceUrl)
    {
        await RestartInAsync(cloud, settings => settings.Remove("Bot:ServiceUrlHosts:0"), serviceUrl);

        Assert.That((await PostFromAsync(serviceUrl)).Status, Is.EqualTo(200));
    }

    [TestCase("Public")]
    [TestCase("UsGov")]
    [TestCase("UsGovDod")]
    public async Task Token_ForTheConnector_IsRequestedForTheCloudsScope(string cloud)
    {
        await RestartInAsync(cloud);
        var options = Bot.Services.GetRequiredService<IOptions<BotOptions>>().Value;

        await EntraCredentials.Create(options.ToCredentialOptions()).GetTokenAsync(new TokenRequestContext([options.Scope]), default);

        Assert.That(Channel.TokenRequests.Single(), Does.EndWith($" {MicrosoftClouds.Find(cloud)!.BotScope}"));
    }

    [Test]
    public async Task Options_WithoutAddresses_AreThoseOfTheCloud([Values("Public", "UsGcc", "UsGov", "UsGovDod")] string name)
    {
        await RestartInAsync(name, settings =>
        {
            foreach (var key in new[] { "Authority", "OpenIdMetadata", "ServiceUrlHosts:0", "DefaultServiceUrl" })
            {
                settings.Remove($"Bot:{key}");
            }
        });
        var (options, cloud) = (Bot.Services.GetRequiredService<IOptions<BotOptions>>().Value, MicrosoftClouds.Find(name)!);

        Assert.That(
            (options.Authority, options.OpenIdMetadata, options.Issuer, options.Scope, options.DefaultServiceUrl),
            Is.EqualTo((cloud.Authority, cloud.BotOpenIdMetadata, cloud.BotIssuer, cloud.BotScope, cloud.DefaultServiceUrl!)));
        Assert.That(options.ServiceUrlHosts, Is.EqualTo(cloud.ServiceUrlHosts));
    }

    [TestCase("China", "Cloud is 'China', where the service cannot work: Teams operated by 21Vianet has neither bots nor Adaptive Cards")]
    [TestCase("Mars", "Cloud is 'Mars'; allowed are Public, UsGcc, UsGov, UsGovDod, China.")]
    [TestCase("1", "Cloud is '1'; allowed are Public, UsGcc, UsGov, UsGovDod, China.")]
    public void Start_CloudThatCannotBe_IsRefusedWithTheReason(string cloud, string message) => Assert.That(
        () => RestartInAsync(cloud), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(message));

    // Only what a test is about differs from a real deployment: the fake channel stands in for Entra and for the connector.
    private Task RestartInAsync(string cloud, Action<Dictionary<string, string?>>? change = null, string? serviceUrl = null) =>
        RestartBotAsync(
            settings =>
            {
                change?.Invoke(settings);
                if (serviceUrl is not null)
                {
                    settings["Bot:DefaultServiceUrl"] = serviceUrl;
                }
            },
            services: services => services.Configure<CloudOptions>(options => options.Cloud = cloud));

    private Task<BotAnswer> PostFromAsync(string serviceUrl)
    {
        var issuer = Bot.Services.GetRequiredService<MicrosoftCloud>().BotIssuer;
        var token = Channel.Token with { ServiceUrl = serviceUrl, Issuer = issuer };
        return Bot.PostAsync(Bot.Activity("message", message =>
        {
            message["serviceUrl"] = serviceUrl;
            message["text"] = "hoi";
        }).ToJsonString(), token.Write());
    }
}
