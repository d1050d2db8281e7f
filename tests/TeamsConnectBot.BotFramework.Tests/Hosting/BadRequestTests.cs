using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Hosting;

internal sealed class BadRequestTests : BotTestFixture
{
    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("null")]
    public async Task Post_BodyIsNotAJsonObject_Is400(string body)
    {
        var answer = await Bot.PostAsync(body, Channel.Token.Write());

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body!["error"]!["code"]!.GetValue<string>(), Is.EqualTo("BadSyntax"));
    }

    [TestCase("type")]
    [TestCase("channelId")]
    [TestCase("serviceUrl")]
    [TestCase("conversation.id")]
    [TestCase("from.id")]
    public async Task Post_MissingField_Is400AndNamesIt(string field)
    {
        var path = field.Split('.');
        var answer = await Bot.PostAsync(Bot.Activity("message", a =>
        {
            var holder = path.Length == 1 ? a : a[path[0]]!.AsObject();
            holder.Remove(path[^1]);
        }));

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body!["error"]!["field"]!.GetValue<string>(), Is.EqualTo(field));
        Assert.That(Bot.Script.Calls, Is.Empty);
    }

    [Test]
    public async Task Post_FieldOfWrongType_Is400AndNamesIt()
    {
        var answer = await Bot.PostAsync(Bot.Activity("message", a => a["from"]!["id"] = new JsonObject()));

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body!["error"]!["field"]!.GetValue<string>(), Is.EqualTo("from.id"));
    }

    [Test]
    public async Task Post_TooLarge_Is413()
    {
        var answer = await Bot.PostAsync(Bot.Message(new string('a', 256 * 1024)));

        Assert.That(answer.Status, Is.EqualTo(413));
        Assert.That(Bot.Script.Calls, Is.Empty);
    }

    [Test]
    public async Task Post_LargeButAllowed_IsHandled()
    {
        Assert.That((await Bot.PostAsync(Bot.Message(new string('a', 250 * 1024)))).Status, Is.EqualTo(200));
        Assert.That(Bot.Script.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Post_ContentTypeNotJson_Is415() =>
        Assert.That((await Bot.PostAsync(Bot.Message("hoi").ToJsonString(), Channel.Token.Write(), "text/plain")).Status, Is.EqualTo(415));

    [Test]
    public async Task Post_WithAByteOrderMark_IsHandled()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Bot.Message("hoi").ToJsonString())];

        using var answer = await Bot.SendAsync(Json(body), Channel.Token.Write());

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "message hoi" }));
    }

    [TestCase("gzip", 415)]
    [TestCase("br", 415)]
    [TestCase("nonsense", 415)]
    [TestCase("identity", 200)]
    public async Task Post_ContentEncoding_OnlyIdentityIsAccepted(string encoding, int status)
    {
        var content = Json(Encoding.UTF8.GetBytes(Bot.Message("hoi").ToJsonString()));
        content.Headers.ContentEncoding.Add(encoding);

        using var answer = await Bot.SendAsync(content, Channel.Token.Write());

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        var taken = answer.Headers.TryGetValues("Accept-Encoding", out var values) ? string.Join(',', values) : null;
        Assert.That(taken, Is.EqualTo(status == 415 ? "identity" : null));
        Assert.That(Bot.Script.Calls, Has.Count.EqualTo(status == 200 ? 1 : 0));
    }

    [TestCase("utf-8", 200)]
    [TestCase("\"UTF-8\"", 200)]
    [TestCase("iso-8859-1", 415)]
    [TestCase("utf-16", 415)]
    [TestCase("nonsense", 415)]
    public async Task Post_Charset_OnlyUtf8IsAccepted(string charset, int status)
    {
        var content = Json(Encoding.UTF8.GetBytes(Bot.Message("hoi").ToJsonString()));
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");

        using var answer = await Bot.SendAsync(content, Channel.Token.Write());

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(Bot.Script.Calls, Has.Count.EqualTo(status == 200 ? 1 : 0));
    }

    [Test]
    public async Task Post_RefusedBeforeOrAfterReadingTheBody_SaysHowToAuthenticate([Values] bool withToken)
    {
        // With a token: it is valid, but not for the activity's channel, which is found only after reading the body.
        var activity = Bot.Activity("message", a => a["channelId"] = "webchat");

        var body = Json(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        using var answer = await Bot.SendAsync(body, withToken ? Channel.Token.Write() : null);

        Assert.That((int)answer.StatusCode, Is.EqualTo(401));
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
    }

    [Test]
    public async Task Post_AnotherTenant_Is403()
    {
        var answer = await Bot.PostAsync(Bot.Activity("message", a =>
        {
            a["channelData"]!["tenant"]!["id"] = "other";
            a["conversation"]!["tenantId"] = "other";
        }));

        Assert.That(answer.Status, Is.EqualTo(403));
        Assert.That(Bot.Script.Calls, Is.Empty);
    }

    [Test]
    public async Task Post_TwoTenantsInOneActivity_Is403() => Assert.That(
        (await Bot.PostAsync(Bot.Activity("message", a => a["conversation"]!["tenantId"] = "other"))).Status, Is.EqualTo(403));

    [Test]
    public async Task Post_NoTenant_Is403() => Assert.That(
        (await Bot.PostAsync(Bot.Activity("message", a =>
        {
            a.Remove("channelData");
            a["conversation"]!.AsObject().Remove("tenantId");
        }))).Status, Is.EqualTo(403));

    [Test]
    public async Task Post_AdditionalAllowedTenant_IsHandled()
    {
        await RestartBotAsync(settings => settings["Bot:AllowedTenantIds:0"] = "other");
        var answer = await Bot.PostAsync(Bot.Activity("message", a =>
        {
            a["channelData"]!["tenant"]!["id"] = "other";
            a["conversation"]!["tenantId"] = "other";
        }));

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Post_ServiceUrlNotOnTheList_Is403EvenIfInTheToken()
    {
        const string elsewhere = "https://evil.example/teams/";
        var answer = await Bot.PostAsync(
            Bot.Activity("message", a => a["serviceUrl"] = elsewhere).ToJsonString(),
            (Channel.Token with { ServiceUrl = elsewhere }).Write());

        Assert.That(answer.Status, Is.EqualTo(403));
        Assert.That(Bot.Script.Calls, Is.Empty);
    }

    private static ByteArrayContent Json(byte[] body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
