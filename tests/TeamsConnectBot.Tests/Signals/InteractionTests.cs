using System.Net;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Signals.Notifications;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Signals;

/// <summary>Graph notifies the service when somebody uses Copilot. Everybody has a licence; only some allowed this.</summary>
internal sealed class InteractionTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    private PrivacyWorld world = null!;
    private Uri service = null!;

    private Person Allowed => world.People[0];

    private Person NotAllowed => world.People[1];

    private IReadOnlyCollection<Subscription> Subscriptions => world.Tenant.Subscriptions.All;

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Interaction_Notified_IsStoredOnlyAsADayWithAI()
    {
        await StartAsync();

        await world.Tenant.Subscriptions.NotifyInteractionAsync(Allowed);
        await world.Tenant.Subscriptions.NotifyInteractionAsync(Allowed);
        await world.Tenant.Subscriptions.NotifyInteractionAsync(NotAllowed);

        Assert.That(await DaysAsync(), Is.EqualTo(new[] { (Allowed.ObjectId.ToString(), Monday, AiUseSource.Notification, true) }));
    }

    [Test]
    public async Task SelfReport_BeforeANotification_IsNotOverwritten()
    {
        await StartAsync();
        await world.SayAsync(Allowed, "mijn week");
        await world.ClickAsync(Allowed, Verbs.ReportHardly);
        await world.Tenant.Subscriptions.NotifyInteractionAsync(Allowed);

        Assert.That((await DaysAsync()).Where(day => day.Used), Is.Empty);
    }

    [Test]
    public async Task Day_WithoutNotifications_IsADayWithoutAIOnlyIfFullyWatched()
    {
        await StartAsync();
        await SetSinceAsync(Instant.FromUtc(2026, 3, 1, 12, 0));
        await CloseYesterdayAsync();
        Assert.That(await DaysAsync(), Is.Empty, "only half of Sunday was watched");

        await SetSinceAsync(Instant.FromUtc(2026, 2, 28, 22, 0));
        await CloseYesterdayAsync();
        Assert.That(
            await DaysAsync(), Is.EqualTo(new[] { (Allowed.ObjectId.ToString(), Monday.PlusDays(-1), AiUseSource.Notification, false) }));
    }

    [Test]
    public async Task Day_WithAPauseOfMinutes_StaysUnknown()
    {
        await StartAsync();
        await SetSinceAsync(Instant.FromUtc(2026, 2, 28, 22, 0));
        await world.SayAsync(Allowed, "pauze");
        await world.SayAsync(Allowed, "verder");
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 4, 6, 0, 0, TimeSpan.Zero));

        Assert.That(
            await DaysAsync(), Is.EqualTo(new[] { (Allowed.ObjectId.ToString(), Monday.PlusDays(1), AiUseSource.Notification, false) }));
    }

    [Test]
    public async Task Consent_Withdrawn_EndsTheSubscriptionAtOnce()
    {
        await StartAsync();
        var lost = Subscriptions.Single();
        await world.SayAsync(Allowed, "stop");

        Assert.That(Subscriptions, Is.Empty);
        Assert.That(await WatchesAsync(), Is.Empty);
        Assert.That(
            await PostAsync(InteractionRoutes.Path, NotifiedWorld.Notification(lost.Id, lost.ClientState)),
            Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(await DaysAsync(), Is.Empty, "notifications still in flight are dropped");
    }

    [Test]
    public async Task Setting_SwitchedOff_EndsTheSubscriptionAtTheNextStart()
    {
        await StartAsync();

        // This is what the service does when it starts with the setting off.
        await ActivatorUtilities.CreateInstance<SwitchedOffWatches>(world.Services, Options.Create(new SignalsOptions()))
            .StartAsync(default);
        await world.Services.GetRequiredService<SweepRequests>().SweepAllAsync(default);
        await world.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.That(await WatchesAsync(), Is.Empty);
        Assert.That(Subscriptions, Is.Empty);
    }

    [Test]
    public async Task Erasure_WhileGraphIsDown_EndsTheSubscriptionLater()
    {
        await StartAsync();
        using (world.Tenant.Faults.Refuse("/v1.0/subscriptions/*", 403))
        {
            await world.SayAsync(Allowed, "vergeet mij");
            await world.ClickAsync(Allowed, Verbs.Forget);
        }

        await world.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(Subscriptions, Is.Empty);
        Assert.That(await world.ReadAsync(db => db.DueTasks.CountAsync(task => task.Kind == DueTaskKind.EndWatch)), Is.Zero);
    }

    [Test]
    public async Task Subscription_NearExpiryOrRemovedByGraph_IsRenewed()
    {
        await StartAsync();
        var first = Subscriptions.Single();
        await world.AdvanceAsync(TimeSpan.FromHours(14));
        Assert.That(Subscriptions.Single().Id, Is.EqualTo(first.Id));
        Assert.That(Subscriptions.Single().Expires, Is.GreaterThan(first.Expires));

        await world.Tenant.Subscriptions.SendLifecycleAsync(first.Id, "subscriptionRemoved");
        Assert.That(await WatchesAsync(), Is.Empty);
        await KeepAsync();
        Assert.That(Subscriptions.Single().Id, Is.Not.EqualTo(first.Id));
    }

    [Test]
    public async Task Lifecycle_ReauthorisationOrMissed_RenewsOrMakesTheDayUnknown()
    {
        await StartAsync();
        var first = Subscriptions.Single();
        await world.AdvanceAsync(TimeSpan.FromHours(2));
        await world.Tenant.Subscriptions.SendLifecycleAsync(first.Id, "reauthorizationRequired");
        Assert.That(Subscriptions.Single().Expires, Is.GreaterThan(first.Expires));

        await SetSinceAsync(Instant.FromUtc(2026, 2, 1, 0, 0));
        await world.Tenant.Subscriptions.SendLifecycleAsync(first.Id, "missed");
        Assert.That((await WatchesAsync()).Single().Since, Is.GreaterThan(Instant.FromUtc(2026, 3, 2, 0, 0)));
    }

    [Test]
    public async Task Subscription_WithoutApproval_IsNotCreatedAndTheWorksCouncilIsAsked()
    {
        await StartAsync(isAgreed: false);
        Assert.That(Subscriptions, Is.Empty);

        using var council = new Admin.AdminBrowser(service, world.Tenant.AuthorizeUrl);
        await council.SignInAsync(world.People[^2]);
        var page = await council.OpenAsync("/admin/approvals");
        Assert.That(page.Text, Does.Contain("change notifications"));
        await council.SubmitAsync(page, "handler=Signal", ("approve", "true"));
        await KeepAsync();

        Assert.That(Subscriptions, Has.Count.EqualTo(1));
        Assert.That((await council.OpenAsync("/admin/log")).Text, Does.Contain("approved AI days from Copilot's change notifications"));
    }

    [Test]
    public async Task Stop_OfEverything_DropsNotificationsAndEndsTheSubscriptions()
    {
        await StartAsync();
        await world.Services.GetRequiredService<EverythingStop>().StopAsync(Council, default);

        await world.Tenant.Subscriptions.NotifyInteractionAsync(Allowed);
        Assert.That(await DaysAsync(), Is.Empty);

        await KeepAsync();
        Assert.That(await WatchesAsync(), Is.Empty);
    }

    [Test]
    public async Task Approval_TakenBackOnThePage_ErasesTheDaysAndEndsTheSubscriptions_AndCanBeGivenAgain()
    {
        await StartAsync();
        await world.Tenant.Subscriptions.NotifyInteractionAsync(Allowed);
        using var council = new Admin.AdminBrowser(service, world.Tenant.AuthorizeUrl);
        await council.SignInAsync(world.People[^2]);

        var done = await council.OpenAsync((await council.SubmitAsync(
            await council.OpenAsync("/admin/approvals"), "handler=Source", ("reason", "Not needed."))).Location!);

        Assert.That(done.Text, Does.Contain("Taken back.").And.Contain("The works council did not agree.").And.Contain("Not needed."));
        Assert.That(await DaysAsync(), Is.Empty);
        Assert.That(await WatchesAsync(), Is.Empty);
        await KeepAsync();
        Assert.That(await WatchesAsync(), Is.Empty);

        await world.AdvanceAsync(TimeSpan.FromMinutes(5));
        var again = await council.OpenAsync((await council.SubmitAsync(done, "handler=Source")).Location!);
        Assert.That(again.Text, Does.Contain("The works council agreed."));
        await KeepAsync();
        Assert.That(await WatchesAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Subscription_RefusedByTheWorksCouncil_IsNotCreated()
    {
        await StartAsync(isAgreed: false);
        var approvals = world.Services.GetRequiredService<SignalApprovals>();
        await approvals.DecideAsync(SignalSource.CopilotNotifications, new ApprovalAnswer(false), Council, default);
        await KeepAsync();

        Assert.That(Subscriptions, Is.Empty);
        Assert.That(await approvals.WaitingAsync(default), Is.Empty);
    }

    [Test]
    public async Task Approval_ByAnAdmin_IsNotAllowed()
    {
        await StartAsync(isAgreed: false);
        var outcome = await world.Services.GetRequiredService<SignalApprovals>()
            .DecideAsync(SignalSource.CopilotNotifications, new ApprovalAnswer(true), Council with { Roles = Role.Admin }, default);

        Assert.That(outcome.Kind, Is.EqualTo(RuleOutcomeKind.NotAllowed));
    }

    [Test]
    public async Task Person_WithoutALicence_HasNoSubscriptionButEverythingElse()
    {
        await StartAsync(licence: false);
        Assert.That(Subscriptions, Is.Empty);
        Assert.That(await world.SayAsync(Allowed, "koffie"), Does.Contain(TeamsConnectBot.Cards.Building.Texts.For("nl").Asked.Heading));
    }

    [Test]
    public async Task Endpoint_WhenDisabled_IsNotMapped()
    {
        world = await PrivacyWorld.StartAsync();
        service = world.Tenant.Channel.Service!;

        Assert.That(await PostAsync(InteractionRoutes.Path + "?validationToken=x", ""), Is.EqualTo(HttpStatusCode.NotFound));
    }

    private Actor Council => new(world.People[^2].ObjectId.ToString(), world.People[^2].Name, Role.WorksCouncil);

    private async Task StartAsync(bool isAgreed = true, bool licence = true) =>
        (world, service) = await NotifiedWorld.StartAsync(isAgreed, licence);

    private Task KeepAsync() => world.Services.GetRequiredService<InteractionWatches>().KeepAsync(default);

    private Task CloseYesterdayAsync() =>
        world.WriteAsync(db => world.Services.GetRequiredService<InteractionDays>().CloseYesterdayAsync(db, default));

    private Task SetSinceAsync(Instant since) => world.WriteAsync(async db => (await db.InteractionWatches.SingleAsync()).Since = since);

    private Task<List<InteractionWatchRow>> WatchesAsync() => world.ReadAsync(db => db.InteractionWatches.ToListAsync());

    private async Task<List<(string Person, LocalDate Day, AiUseSource Source, bool Used)>> DaysAsync() =>
        [.. (await world.ReadAsync(db => db.AiUseDays.ToListAsync())).Select(row => (row.PersonId, row.Day, row.Source, row.Used))];

    private Task<HttpStatusCode> PostAsync(string path, string body) => NotifiedWorld.PostAsync(service, path, body);
}
