using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>A rule that would use more of people's data can be tried only with the works council's permission.</summary>
internal sealed class DryRunPermissionTests
{
    private OfficeWorld world = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        world = await OfficeWorld.StartAsync(people: 30);
        await world.JoinAllAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task RuleOnBands_WithoutPermission_IsRefusedForAdminAndWorksCouncil()
    {
        var rule = OfficeWorld.ByBand with { Id = "unheard-of" };
        var forAdmin = await TryAsync(rule, world.AdminActor);
        var forCouncil = await TryAsync(rule, world.CouncilActor);

        Assert.That((forAdmin.Refused, forCouncil.Refused), Is.EqualTo((DryRunRefusal.NotAgreed, DryRunRefusal.NotAgreed)));
        Assert.That((forAdmin.Draft, forAdmin.Published), Is.EqualTo(((DryRunFigures?)null, (DryRunFigures?)null)));
        Assert.That(forAdmin.Wider.Select(use => use.After), Is.EqualTo(new[] { nameof(Signal.AiUseBand) }));
        Assert.That(await world.AuditedAsync(AuditAction.DryRun, rule.Id), Is.Zero);
    }

    [Test]
    public async Task WaitingRule_PermittedByTheWorksCouncil_CanBeTriedAndStillWaits()
    {
        var rule = OfficeWorld.ByBand with { Id = "waits" };
        var number = (await world.PublishAsync(rule)).Number;
        var before = await TryAsync(rule);
        var byAdmin = await world.Get<Approving>().AllowDryRunAsync(rule.Id, number, world.AdminActor, default);
        var byWhoeverAsked = await world.Get<Approving>()
            .AllowDryRunAsync(rule.Id, number, world.AdminActor with { Roles = Role.WorksCouncil }, default);
        await world.Get<Approving>().AllowDryRunAsync(rule.Id, number, world.CouncilActor, default);

        Assert.That(
            (before.Refused, byAdmin.Kind, byWhoeverAsked.Kind),
            Is.EqualTo(((DryRunRefusal?)DryRunRefusal.NotAgreed, RuleOutcomeKind.NotAllowed, RuleOutcomeKind.AskedYourself)));
        Assert.That((await TryAsync(rule)).Refused, Is.Null);
        Assert.That((await world.Book.FindAsync(rule.Id, default))!, Has.Property("IsOn").False.And.Property("Waiting").EqualTo(number));
        Assert.That(await world.AuditedAsync(AuditAction.TryAllowed, $"waits {number}"), Is.EqualTo(1));
    }

    [Test]
    public async Task Draft_UsingMoreThanPermitted_IsRefused()
    {
        var rule = OfficeWorld.Plain("further") with { When = new Threshold(Measure.DaysSinceContact, 21) };
        await world.PublishForDryRunAsync(rule);

        Assert.That((await TryAsync(rule with { When = new Threshold(Measure.DaysSinceContact, 50) })).Refused, Is.Null);
        Assert.That(
            (await TryAsync(rule with { When = new AllOf([rule.When, new Threshold(Measure.AiUseBand, 1)]) })).Refused,
            Is.EqualTo(DryRunRefusal.NotAgreed));
        Assert.That(
            (await TryAsync(rule with { Id = "another" })).Refused,
            Is.EqualTo(DryRunRefusal.NotAgreed), "the permission was for the other rule");
    }

    [Test]
    public async Task Refusal_OfARule_WithdrawsThePermissionAndApprovalGrantsIt()
    {
        var rule = OfficeWorld.ByBand with { Id = "refused" };
        await world.PublishForDryRunAsync(rule);
        await DecideAsync(rule, approve: false);
        var refused = await TryAsync(rule);
        await world.PublishAsync(rule with { CadenceWeeks = 1 });
        await DecideAsync(rule, approve: true);
        await world.Publishing.SwitchAsync(rule.Id, on: false, world.AdminActor, default);

        Assert.That(
            (refused.Refused, (await TryAsync(rule)).Refused), Is.EqualTo(((DryRunRefusal?)DryRunRefusal.NotAgreed, (DryRunRefusal?)null)));
    }

    [Test]
    public async Task Rule_InForceOrUsingNoNewData_NeedsNoPermission()
    {
        Assert.That((await TryAsync(null)).Refused, Is.Null);
        Assert.That((await TryAsync(OfficeWorld.Plain("nothing-new"))).Refused, Is.Null);
    }

    private Task<DryRunReport> TryAsync(Rule? rule, Actor? actor = null) =>
        world.Get<DryRun>().RunAsync(rule, "everyone", actor ?? world.AdminActor, null, default);

    private async Task DecideAsync(Rule rule, bool approve)
    {
        var waiting = (await world.Book.FindAsync(rule.Id, default))!.Waiting!.Value;
        await world.DecideAsync(rule.Id, waiting, approve);
    }
}
