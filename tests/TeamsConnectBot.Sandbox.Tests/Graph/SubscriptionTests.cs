using System.Net;
using Microsoft.AspNetCore.Http;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

internal sealed class SubscriptionTests : SandboxFixture
{
    private StubService service = null!;

    [SetUp]
    public async Task StartService() => service = await StubService.StartAsync();

    [TearDown]
    public async Task StopService() => await service.DisposeAsync();

    [Test]
    public async Task Subscription_HandshakeEchoed_IsNotifiedOfEventsWithItsClientState()
    {
        var made = await ReadAsync(await SubscribeAsync());

        using var created = await GraphAsync("POST", $"/users/{Server.ServiceMailbox}/events", """
            {"subject":"Koffie","start":{"dateTime":"2026-03-03T10:00:00","timeZone":"UTC"},
            "end":{"dateTime":"2026-03-03T10:20:00","timeZone":"UTC"}}
            """);
        await service.Notified.WaitAsync(TimeSpan.FromMinutes(5));
        service.Notifications.TryPeek(out var notification);

        Assert.Multiple(() =>
        {
            Assert.That((string?)notification!["subscriptionId"], Is.EqualTo((string?)made["id"]));
            Assert.That((string?)notification["clientState"], Is.EqualTo("secret"));
            Assert.That((string?)notification["changeType"], Is.EqualTo("created"));
            Assert.That(notification.ToJsonString(), Does.Not.Contain("Koffie"));
        });
    }

    [Test]
    public async Task Subscription_HandshakeNotEchoed_IsRefused()
    {
        service.Handshake = _ => Results.Text("something else");

        using var response = await SubscribeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(Server.Subscriptions.All, Is.Empty);
        });
    }

    [TestCase("reauthorizationRequired", 1)]
    [TestCase("missed", 1)]
    [TestCase("subscriptionRemoved", 0)]
    public async Task Lifecycle_Sent_ReachesTheSubscriber(string lifecycleEvent, int left)
    {
        var made = await ReadAsync(await SubscribeAsync());

        await Server.Subscriptions.SendLifecycleAsync((string)made["id"]!, lifecycleEvent);
        service.Notifications.TryPeek(out var notification);

        Assert.Multiple(() =>
        {
            Assert.That((string?)notification!["lifecycleEvent"], Is.EqualTo(lifecycleEvent));
            Assert.That(Server.Subscriptions.All, Has.Count.EqualTo(left));
        });
    }

    [Test]
    public async Task Subscription_BusinessTimePastItsExpiry_IsGone()
    {
        var made = await ReadAsync(await SubscribeAsync());
        Server.Tenant.Clock.Advance(TimeSpan.FromDays(3));

        using var response = await GraphAsync("PATCH", $"/subscriptions/{made["id"]}", """{"expirationDateTime":"2026-03-20T00:00:00Z"}""");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private Task<HttpResponseMessage> SubscribeAsync() => GraphAsync("POST", "/subscriptions", new JsonObject
    {
        ["changeType"] = "created,updated,deleted",
        ["notificationUrl"] = new Uri(service.Url, "/notifications").ToString(),
        ["lifecycleNotificationUrl"] = new Uri(service.Url, "/notifications").ToString(),
        ["resource"] = $"users/{Server.ServiceMailbox}/events",
        ["expirationDateTime"] = "2026-03-04T00:00:00.0000000Z",
        ["clientState"] = "secret",
    }.ToJsonString());
}
