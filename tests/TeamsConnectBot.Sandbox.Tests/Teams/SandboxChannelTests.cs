using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Teams;

internal sealed class SandboxChannelTests : SandboxFixture
{
    private StubService service = null!;

    private Person Ada => Server.Tenant.People.All[1];

    [SetUp]
    public async Task StartService()
    {
        service = await StubService.StartAsync();
        Server.Channel.Service = service.Url;
    }

    [TearDown]
    public async Task StopService() => await service.DisposeAsync();

    [Test]
    public async Task Activity_FromTeams_IsSignedByAKeyTheMetadataEndorses()
    {
        await Server.Teams.SayAsync(Ada, "hallo");
        var (activity, token) = service.Activities.Single();

        var result = await ValidateAsync(token);

        Assert.Multiple(() =>
        {
            Assert.That(result.IsValid, Is.True);
            Assert.That(result.Claims["serviceurl"], Is.EqualTo((string?)activity["serviceUrl"]));
            Assert.That((string?)activity["from"]!["aadObjectId"], Is.EqualTo(Ada.ObjectId.ToString()));
            Assert.That((string?)activity["conversation"]!["tenantId"], Is.EqualTo(Server.TenantId.ToString()));
            Assert.That((string?)activity["channelData"]!["tenant"]!["id"], Is.EqualTo(Server.TenantId.ToString()));
        });
    }

    [Test]
    public async Task Key_Rotated_SignsWithTheNewKeyAndKeepsTheOldPublished()
    {
        var before = Server.ChannelTokens.Published[0].KeyId;

        Server.ChannelTokens.RotateKey();
        await Server.Teams.SayAsync(Ada, "hallo");
        var token = new JsonWebToken(service.Activities.Single().Token);

        Assert.Multiple(async () =>
        {
            Assert.That(token.Kid, Is.Not.EqualTo(before));
            var published = (await KeysAsync())["keys"]!.AsArray().Select(key => (string?)key!["kid"]);
            Assert.That(published, Is.EqualTo(new[] { token.Kid, before }));
        });
    }

    [Test]
    public async Task Endorsements_Changed_ArePublishedWithTheKeys()
    {
        Server.ChannelTokens.Endorsements = ["skype"];

        var endorsements = (await KeysAsync())["keys"]![0]!["endorsements"]!.AsArray();
        Assert.That(endorsements.Select(channel => (string?)channel), Is.EqualTo(new[] { "skype" }));
    }

    [Test]
    public async Task ForgedToken_OfEveryKind_IsInvalid()
    {
        var url = Server.Channel.ServiceUrl;
        var issuer = Server.ChannelTokens.Create(url, token => token.Issuer = "https://evil.example");
        var audience = Server.ChannelTokens.Create(url, token => token.Audience = "someone-else");
        var expired = Server.ChannelTokens.Create(url, token => token.Expires = token.NotBefore!.Value.AddSeconds(1));
        var unsigned = Server.ChannelTokens.Create(url, token => token.SigningCredentials = null);
        var otherKey = Server.ChannelTokens.Create(url, token =>
            token.SigningCredentials = new SigningCredentials(Server.EntraTokens.Key, SecurityAlgorithms.RsaSha256));

        foreach (var forged in new[] { issuer, audience, expired, unsigned, otherKey })
        {
            Assert.That((await ValidateAsync(forged)).IsValid, Is.False);
        }
    }

    [Test]
    public async Task Install_ForAPerson_TellsTheBotTwice()
    {
        await Server.Teams.InstallAsync(Ada);

        Assert.Multiple(() =>
        {
            Assert.That(
                service.Activities.Select(sent => (string?)sent.Activity["type"]),
                Is.EqualTo(new[] { "conversationUpdate", "installationUpdate" }));
            Assert.That((string?)service.Activities.First().Activity["membersAdded"]![0]!["id"], Is.EqualTo($"28:{Server.AppId}"));
            Assert.That(Server.Tenant.Chats.Of(Ada).Installed, Is.True);
        });
    }

    [Test]
    public async Task Activity_OfEachType_TellsNoMoreThanTeamsDoes()
    {
        await Server.Teams.InstallAsync(Ada);
        await Server.Teams.SayAsync(Ada, "hallo");
        var (members, installation, message) = service.Activities.Select(sent => sent.Activity).ToArray() switch
        {
            [var first, var second, var third] => (first, second, third),
            _ => throw new AssertionException("three activities"),
        };

        Assert.Multiple(() =>
        {
            Assert.That(members["membersAdded"]!.AsArray().Select(member => (string?)member!["id"]), Has.Some.EqualTo(Ada.TeamsId));
            Assert.That(new[] { members["locale"], members["localTimezone"], members["entities"], members["from"]!["name"] }, Is.All.Null);
            Assert.That((string?)installation["locale"], Is.EqualTo(Ada.Language));
            Assert.That(
                new[] { installation["localTimezone"], installation["entities"]![0]!["timezone"], installation["from"]!["name"] },
                Is.All.Null);
            Assert.That(
                ((string?)message["localTimezone"], (string?)message["entities"]![0]!["timezone"], (string?)message["from"]!["name"]),
                Is.EqualTo((Ada.Zone, Ada.Zone, Ada.Name)));
        });
    }

    [Test]
    public async Task Activity_InAChannel_NamesTheGroupOnlyWhenTheBotIsAdded()
    {
        var channel = Server.Tenant.Spaces.AddTeam("Noord", [Ada], [Ada]);
        await Server.Channels.InstallAsync(channel, Ada);
        await Server.Channels.SayAsync(channel, Ada, "hallo");

        var teams = service.Activities.Select(sent => sent.Activity["channelData"]!["team"]!).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(teams.Select(team => (string?)team["id"]), Is.All.EqualTo(channel.Team!.ThreadId));
            Assert.That(
                teams.Select(team => (string?)team["aadGroupId"]),
                Is.EqualTo(new[] { channel.Team!.GroupId.ToString(), channel.Team.GroupId.ToString(), null }));
            Assert.That(teams[^1]["name"], Is.Null);
        });
    }

    [Test]
    public async Task Click_CardInTheAnswer_ReplacesTheClickedOne()
    {
        var chat = Server.Tenant.Chats.Of(Ada);
        chat.Add(new ChatMessage { Id = "7", FromBot = true, SentAt = Server.Tenant.Now, CardJson = "{}" });
        service.Answer = _ => Results.Json(new
        {
            statusCode = 200, type = "application/vnd.microsoft.card.adaptive", value = new { type = "AdaptiveCard" },
        });

        var answer = await Server.Teams.ClickAsync(Ada, "7", "yes", new JsonObject { ["id"] = "i" }, new JsonObject { ["gap"] = "1,2" });
        var sent = service.Activities.Single().Activity;

        Assert.Multiple(() =>
        {
            Assert.That(answer.Ok, Is.True);
            Assert.That(chat.Find("7")!.CardJson, Is.EqualTo("""{"type":"AdaptiveCard"}"""));
            Assert.That((string?)sent["name"], Is.EqualTo("adaptiveCard/action"));
            Assert.That(sent["value"]!["action"]!["data"]!.ToJsonString(), Is.EqualTo("""{"id":"i","gap":"1,2"}"""));
            Assert.That((string?)sent["replyToId"], Is.EqualTo("7"));
        });
    }

    [TestCase(200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Gelukt"}""", true, "Gelukt")]
    [TestCase(200, """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"x","message":"Mis"}}""", false, "Mis")]
    [TestCase(401, "nee", false, "nee")]
    public async Task Click_AnswerWithoutCard_KeepsTheCard(int status, string body, bool ok, string message)
    {
        var chat = Server.Tenant.Chats.Of(Ada);
        chat.Add(new ChatMessage { Id = "7", FromBot = true, SentAt = Server.Tenant.Now, CardJson = "{}" });
        service.Answer = _ => Results.Text(body, "application/json", statusCode: status);

        var answer = await Server.Teams.ClickAsync(Ada, "7", "yes");

        Assert.Multiple(() =>
        {
            Assert.That(answer.Ok, Is.EqualTo(ok));
            Assert.That(answer.Message, Is.EqualTo(message));
            Assert.That(chat.Find("7")!.CardJson, Is.EqualTo("{}"));
        });
    }

    [Test]
    public async Task Click_AnswerIsNotAnInvokeResponse_IsAnError()
    {
        service.Answer = _ => Results.Text("<html>", "text/html");

        var answer = await Server.Teams.ClickAsync(Ada, "7", "yes");

        Assert.That(answer.Ok, Is.False);
    }

    [Test]
    public async Task Action_ServiceDown_ReturnsStatusZeroInsteadOfThrowing()
    {
        await service.DisposeAsync();

        Assert.That(await Server.Teams.SayAsync(Ada, "hallo"), Is.Zero);
    }

    private async Task<JsonNode> KeysAsync()
    {
        var metadata = JsonNode.Parse(await Http.GetStringAsync(Server.MetadataUrl))!;
        return JsonNode.Parse(await Http.GetStringAsync(new Uri((string)metadata["jwks_uri"]!)))!;
    }

    private async Task<TokenValidationResult> ValidateAsync(string? token) =>
        await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Server.ChannelTokens.Issuer,
            ValidAudience = Server.AppId.ToString(),
            IssuerSigningKeys = new JsonWebKeySet((await KeysAsync()).ToJsonString()).GetSigningKeys(),
            ClockSkew = TimeSpan.Zero,
        });
}
