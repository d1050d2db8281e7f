using System.Net;
using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Signals.Notifications;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Signals;

/// <summary>The subscription that one person allowed, and requests to its address that store nothing. All tests share a service.</summary>
internal sealed class InteractionRequestTests
{
    private PrivacyWorld world = null!;
    private Uri service = null!;

    private Person Allowed => world.People[0];

    private IReadOnlyCollection<Subscription> Subscriptions => world.Tenant.Subscriptions.All;

    [OneTimeSetUp]
    public async Task StartAsync() => (world, service) = await NotifiedWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public void Subscription_WithConsent_IsCreatedForThatPersonOnlyWithoutContent()
    {
        Assert.That(
            Subscriptions.Select(one => one.Resource),
            Is.EqualTo(new[] { $"copilot/users/{Allowed.ObjectId}/interactionHistory/getAllEnterpriseInteractions" }));
        var one = Subscriptions.Single();
        Assert.That(
            (one.NotificationUrl.AbsolutePath, one.LifecycleUrl!.AbsolutePath),
            Is.EqualTo((InteractionRoutes.Path, InteractionRoutes.Lifecycle)));
        Assert.That(world.Tenant.Tenant.Counters.Unexpected, Is.Empty, "nothing else is requested, least of all the interactions");
    }

    [Test]
    public async Task Notification_WithWrongStateOrUnknownId_IsDroppedAndLoggedWithoutNames()
    {
        var one = Subscriptions.Single();

        Assert.That(await PostAsync(NotifiedWorld.Notification(one.Id, "guessed")), Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(await PostAsync(NotifiedWorld.Notification(one.Id, null)), Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(await PostAsync(NotifiedWorld.Notification("another", one.ClientState)), Is.EqualTo(HttpStatusCode.Accepted));

        Assert.That(await world.ReadAsync(db => db.AiUseDays.ToListAsync()), Is.Empty);
        Assert.That(
            world.Log.All,
            Has.Some.Contains("notifications dropped").And.None.Contains(Allowed.ObjectId.ToString()).And.None.Contains(one.Id)
                .And.None.Contains(one.ClientState!));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{\"value\":[{}]}")]
    [TestCase("{\"value\":[{\"subscriptionId\":7}]}")]
    public async Task Request_ThatIsNotANotification_IsRefused(string body) =>
        Assert.That(await PostAsync(body), Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task Request_TooLarge_IsRefused() =>
        Assert.That(await PostAsync(new string('x', 300_000)), Is.EqualTo(HttpStatusCode.BadRequest));

    private Task<HttpStatusCode> PostAsync(string body) => NotifiedWorld.PostAsync(service, InteractionRoutes.Path, body);
}
