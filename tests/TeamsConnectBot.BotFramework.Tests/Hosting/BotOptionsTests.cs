using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Hosting;

internal sealed class BotOptionsTests
{
    private FakeChannel channel = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => channel = await FakeChannel.StartAsync();

    [OneTimeTearDown]
    public ValueTask StopAsync() => channel.DisposeAsync();

    [Test]
    public void Start_ExtraCaFileWithoutACertificate_IsRefused() => Assert.That(
        () => BotHost.StartAsync(channel, settings => settings["Bot:ExtraCaFile"] = typeof(BotOptionsTests).Assembly.Location),
        Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("it contains no certificate in PEM form"));

    [TestCase("Bot:AppId", "no guid", "Bot:AppId is 'no guid'")]
    [TestCase("Bot:TenantId", null, "Bot:TenantId is not set")]
    [TestCase("Bot:ClientSecret", null, "sets 0 of ClientSecret")]
    [TestCase("Bot:ManagedIdentityClientId", "x", "sets 2 of ClientSecret")]
    [TestCase("Bot:CertificatePath", "/no/such.pem", "Bot:CertificatePath is '/no/such.pem'")]
    [TestCase("Bot:Authority", "https://localhost/contoso", "Bot:Authority is 'https://localhost/contoso'")]
    [TestCase("Bot:Authority", "http://localhost/", "Bot:Authority is 'http://localhost/'")]
    [TestCase("Bot:OpenIdMetadata", "http://example.org/m", "Bot:OpenIdMetadata is 'http://example.org/m'")]
    [TestCase("Bot:Authority", "https://login.microsoftonline.us/",
        "Bot:Authority is 'https://login.microsoftonline.us/', which belongs to the cloud UsGov, but Cloud is Public")]
    [TestCase("Bot:OpenIdMetadata", "https://login.botframework.azure.us/v1/x", "which belongs to the cloud UsGov, but Cloud is Public")]
    [TestCase("Bot:Issuer", "https://api.botframework.us", "Bot:Issuer is 'https://api.botframework.us', which belongs to the cloud UsGov")]
    [TestCase("Bot:Scope", "https://api.botframework.azure.cn/.default", "which belongs to the cloud China, but Cloud is Public")]
    [TestCase("Bot:ServiceUrlHosts:1", "smba.infra.gov.teams.microsoft.us:443",
        "Bot:ServiceUrlHosts:1 is 'smba.infra.gov.teams.microsoft.us:443', which belongs to the cloud UsGov, but Cloud is Public")]
    [TestCase("Bot:DefaultServiceUrl", "https://evil.example/", "Bot:DefaultServiceUrl is 'https://evil.example/'")]
    [TestCase("Bot:ExtraCaFile", "/no/such.pem", "Bot:ExtraCaFile is '/no/such.pem'")]
    [TestCase("Bot:AnswerWithin", "00:01:00", "Bot:AnswerWithin is 00:01:00; allowed is 100 ms to 10 s")]
    [TestCase("Bot:RefreshKeysAtMostEvery", "02:00:00", "Bot:RefreshKeysAtMostEvery is 02:00:00; allowed is 0 to 1 hour")]
    [TestCase("Bot:Connector:RequestsPerSecond", "0", "Bot:Connector:RequestsPerSecond is 0; allowed is 1 to 1000")]
    [TestCase("Bot:Connector:ConversationRequestsInOneSecond", "0",
        "Bot:Connector:ConversationRequestsInOneSecond is 0; allowed is 1 to 1000")]
    [TestCase("Bot:Connector:ConversationRequestsInTwoSeconds", "2001",
        "Bot:Connector:ConversationRequestsInTwoSeconds is 2001; allowed is 1 to 2000")]
    [TestCase("Bot:Connector:ConversationRequestsInThirtySeconds", "-1",
        "Bot:Connector:ConversationRequestsInThirtySeconds is -1; allowed is 1 to 30000")]
    [TestCase("Bot:Connector:Retries", "11", "Bot:Connector:Retries is 11; allowed is 0 to 10")]
    [TestCase("Bot:Connector:RetryDelay", "00:00:11", "Bot:Connector:RetryDelay is 00:00:11")]
    [TestCase("Bot:Connector:LongestWait", "00:06:00", "Bot:Connector:LongestWait is 00:06:00")]
    [TestCase("Bot:Connector:RequestTimeout", "00:03:00", "Bot:Connector:RequestTimeout is 00:03:00")]
    public void Start_BadOption_IsRefusedWithKeyAndValue(string key, string? value, string message) => Assert.That(
        () => BotHost.StartAsync(channel, settings => settings[key] = value),
        Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(message).And.Message.Not.Contains("the-secret"));
}
