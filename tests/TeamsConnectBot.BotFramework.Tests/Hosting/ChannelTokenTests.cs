using System.Text;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Hosting;

/// <summary>Each rule for the channel's token: when only that rule is broken, the response is 401 and the handler does not run.</summary>
internal sealed class ChannelTokenTests : BotTestFixture
{
    [Test]
    public async Task Post_ValidToken_RunsTheHandler()
    {
        var answer = await Bot.PostAsync(Bot.Message("hoi"));

        Assert.That(answer, Is.EqualTo(new BotAnswer(200, null)));
        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "message hoi" }));
    }

    [TestCase("7C0E2B0C-0000-4000-8000-000000000001")]
    [TestCase("{7c0e2b0c-0000-4000-8000-000000000001}")]
    public async Task Post_AppIdWrittenAnotherWayInTheSettings_IsAccepted(string appId)
    {
        await RestartBotAsync(settings => settings["Bot:AppId"] = appId);

        Assert.That((await Bot.PostAsync(Bot.Message("hoi"))).Status, Is.EqualTo(200));
    }

    [TestCase(SecurityAlgorithms.RsaSha256)]
    [TestCase(SecurityAlgorithms.RsaSha384)]
    [TestCase(SecurityAlgorithms.RsaSha512)]
    public Task Post_AllowedRsaAlgorithm_IsAccepted(string algorithm) => Accepts(Channel.Token with { Algorithm = algorithm });

    [Test]
    public Task Post_AnotherRsaAlgorithm_IsRefused() => Refuses(Channel.Token with { Algorithm = SecurityAlgorithms.RsaSsaPssSha256 });

    [Test]
    public Task Post_NoToken_IsRefused() => Refuses((string?)null);

    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("a.b.c")]
    [TestCase("eyJhbGciOiJSUzI1NiJ9.e30.")]
    public Task Post_NonsenseToken_IsRefused(string token) => Refuses(token);

    [Test]
    public Task Post_UnsignedToken_IsRefused()
    {
        var parts = Channel.Token.Write().Split('.');
        return Refuses($"{Base64Url("""{"alg":"none","typ":"JWT","kid":"key-1"}""")}.{parts[1]}.");
    }

    [Test]
    public Task Post_TokenSignedWithThePublicKeyAsSecret_IsRefused()
    {
        var parts = Channel.Token.Write().Split('.');
        var head = Base64Url("""{"alg":"HS256","typ":"JWT","kid":"key-1"}""");
        var signature = System.Security.Cryptography.HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(Channel.Keys[0].ToJson()["n"]!.GetValue<string>()), Encoding.UTF8.GetBytes($"{head}.{parts[1]}"));
        return Refuses($"{head}.{parts[1]}.{Base64UrlEncoder.Encode(signature)}");
    }

    [Test]
    public Task Post_ChangedPayload_IsRefused()
    {
        var parts = Channel.Token.Write().Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("\"exp\":", "\"x\":1,\"exp\":", StringComparison.Ordinal);
        return Refuses($"{parts[0]}.{Base64Url(payload)}.{parts[2]}");
    }

    [Test]
    public Task Post_OtherKeyWithKnownId_IsRefused() => Refuses(Channel.Token with { Key = new SigningKey("key-1", "msteams") });

    [TestCase("https://api.botframework.us")]
    [TestCase("https://api.botframework.com/")]
    [TestCase("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", TestName = "Post_EmulatorsIssuer_IsRefused")]
    [TestCase(null)]
    public Task Post_AnotherIssuer_IsRefused(string? issuer) => Refuses(Channel.Token with { Issuer = issuer });

    [TestCase("7c0e2b0c-0000-4000-8000-000000000002")]
    [TestCase("https://api.botframework.com")]
    [TestCase(null)]
    public Task Post_AnotherAudience_IsRefused(string? audience) => Refuses(Channel.Token with { Audience = audience });

    [Test]
    public Task Post_ExpiredWithinTheSkew_IsAccepted() =>
        Accepts(Channel.Token with { From = TimeSpan.FromHours(-1), Until = TimeSpan.FromMinutes(-4.5) });

    [Test]
    public Task Post_ExpiredBeyondTheSkew_IsRefused() =>
        Refuses(Channel.Token with { From = TimeSpan.FromHours(-1), Until = TimeSpan.FromMinutes(-5.5) });

    [Test]
    public Task Post_NotYetValidWithinTheSkew_IsAccepted() => Accepts(Channel.Token with { From = TimeSpan.FromMinutes(4.5) });

    [Test]
    public Task Post_NotYetValidBeyondTheSkew_IsRefused() => Refuses(Channel.Token with { From = TimeSpan.FromMinutes(5.5) });

    [Test]
    public Task Post_KeyNotEndorsedForTheChannel_IsRefused()
    {
        Channel.Keys = [new SigningKey("key-1", "directline")];
        return Refuses(Channel.Token);
    }

    [Test]
    public Task Post_KeyWithoutEndorsements_IsRefused()
    {
        Channel.Keys = [new SigningKey("key-1")];
        return Refuses(Channel.Token);
    }

    [Test]
    public Task Post_ServiceUrlOfAnotherConversation_IsRefused() =>
        Refuses(Channel.Token with { ServiceUrl = "https://localhost:1/teams/" });

    [Test]
    public Task Post_NoServiceUrlInTheToken_IsRefused() => Refuses(Channel.Token with { ServiceUrl = null });

    [Test]
    public Task Post_ServiceUrlInOtherCase_IsAccepted() =>
        Accepts(Channel.Token with { ServiceUrl = Channel.ServiceUrl.ToUpperInvariant() });

    [Test]
    public async Task Post_NewKeyOfTheChannel_IsAcceptedWithoutRestart()
    {
        await RestartBotAsync(settings => settings["Bot:RefreshKeysAtMostEvery"] = "00:00:00");
        await Accepts(Channel.Token);

        Channel.Keys = [new SigningKey("key-2", "msteams")];

        await Accepts(Channel.Token);
    }

    [Test]
    public async Task Post_ManyForgedKeyIds_FetchesTheKeysOnce()
    {
        await Accepts(Channel.Token);
        for (var i = 0; i < 5; i++)
        {
            await Refuses(Channel.Token with { Key = new SigningKey($"forged-{i}", "msteams") });
        }

        Assert.That(Channel.KeyFetches, Is.EqualTo(1));
    }

    [Test]
    public async Task Post_MetadataUnavailable_IsRefusedAndLogged()
    {
        Channel.MetadataAvailable = false;

        await Refuses(Channel.Token);

        Assert.That(Bot.Log.Lines.Select(l => l.Text), Has.Some.Contains("signing keys could not be fetched"));
    }

    [Test]
    public async Task Post_KeysBehindPrivateAuthority_AreFetchedOnlyIfItIsTrusted()
    {
        await Accepts(Channel.Token);

        await RestartBotAsync(settings => settings.Remove("Bot:ExtraCaFile"));

        await Refuses(Channel.Token);
    }

    [Test]
    public async Task Post_Refused_ReasonIsInTheLogOnly()
    {
        var answer = await Bot.PostAsync(Bot.Message("hoi").ToJsonString(), (Channel.Token with { Audience = "x" }).Write());

        Assert.That(answer.Body!["error"]!["code"]!.GetValue<string>(), Is.EqualTo("Unauthorized"));
        Assert.That(Bot.Log.Lines.Select(l => l.Text), Has.Some.Contains("SecurityTokenInvalidAudienceException"));
    }

    private Task Accepts(ChannelToken token) => Expect(token.Write(), 200, handled: true);

    private Task Refuses(ChannelToken token) => Refuses(token.Write());

    private Task Refuses(string? token) => Expect(token, 401, handled: false);

    private async Task Expect(string? token, int status, bool handled)
    {
        Bot.Script.Calls.Clear();
        var answer = await Bot.PostAsync(Bot.Message("hoi").ToJsonString(), token);

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(Bot.Script.Calls, handled ? Is.EqualTo(new[] { "message hoi" }) : Is.Empty);
    }

    private static string Base64Url(string json) => Base64UrlEncoder.Encode(json);
}
