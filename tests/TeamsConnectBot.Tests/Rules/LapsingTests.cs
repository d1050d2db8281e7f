using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>
/// A yes of the works council that ends by itself after a day. One world holds the rules of all tests: they are published and answered
/// on its first day, and then six days pass.
/// </summary>
internal sealed class LapsingTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    // What was in force at a moment, given by the days since Monday and the hour.
    private readonly Dictionary<(int Day, int Hour), Dictionary<string, int>> inForce = [];
    private OfficeWorld world = null!;
    private RuleOutcome waiting = null!;
    private List<RuleApprovalRow> waitingAfterTheEnd = [];
    private ExperimentReport? trialAfterTheEnd;

    [OneTimeSetUp]
    public async Task PlayAsync()
    {
        world = await OfficeWorld.StartAsync();
        await StartForNowAsync();
        await StartWasOffAsync();
        await StartWentOnAsync();
        await StartTwiceAsync();
        await StartNarrowerAsync();
        await StartOffBetweenAsync();
        await StartStaysAsync();
        await StartWaitsOnAsync();
        await StartTriedAsync();

        await UntilAsync(3, hour: 1);
        waitingAfterTheEnd = await world.Book.WaitingAsync(default);
        trialAfterTheEnd = await world.Get<ExperimentRunner>().ReportAsync(default);
        await UntilAsync(3, hour: 22);
        await UntilAsync(4, hour: 1);
        await UntilAsync(6, hour: 1);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    private async Task StartForNowAsync()
    {
        var rule = OfficeWorld.Plain("for-now");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await ApproveAsync("for-now", 2, Monday.PlusDays(3), "Eerst proberen.");
    }

    [Test]
    public async Task Yes_UntilADay_HoldsThatDay_AndThenTheVersionBeforeItIsInForceAgain()
    {
        Assert.That(InForce("for-now", 3, 22), Is.EqualTo(2));
        Assert.That(InForce("for-now", 4, 1), Is.EqualTo(1));
        var row = (await world.Book.DecidedAsync(default)).Single(row => row.RuleId == "for-now");
        Assert.That(
            (row.State, row.Reason, row.Until), Is.EqualTo((ApprovalState.Lapsed, "Eerst proberen.", (LocalDate?)Monday.PlusDays(3))));
        Assert.That(await DetailAsync(AuditAction.Approved, "for-now 2"), Is.EqualTo("until 2026-03-05; Eerst proberen."));
        Assert.That(await DetailAsync(AuditAction.Lapsed, "for-now 2"), Is.EqualTo("1"));
    }

    private async Task StartWasOffAsync()
    {
        await world.PublishAsync(Wider(OfficeWorld.Plain("was-off")));
        await ApproveAsync("was-off", 1, Monday.PlusDays(2));
    }

    [Test]
    public async Task Yes_UntilADay_ForARuleThatWasOff_SwitchesItOffAgain_AndItWaitsWhenItIsSwitchedOn()
    {
        Assert.That(InForce("was-off", 3, 1), Is.Null);
        Assert.That(await DetailAsync(AuditAction.Lapsed, "was-off 1"), Is.EqualTo(Lapsing.Off));
        Assert.That(
            (await world.Publishing.SwitchAsync("was-off", true, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.Waiting));
    }

    private async Task StartWentOnAsync()
    {
        var rule = OfficeWorld.Plain("went-on");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await ApproveAsync("went-on", 2, Monday.PlusDays(2));
        Assert.That((await world.PublishAsync(Wider(rule) with { Order = 7 })).Kind, Is.EqualTo(RuleOutcomeKind.Done));
    }

    [Test]
    public void Yes_UntilADay_EndsForLaterVersionsThatUseTheSameData() => Assert.That(InForce("went-on", 3, 1), Is.EqualTo(1));

    private async Task StartTwiceAsync()
    {
        var rule = OfficeWorld.Plain("twice");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await ApproveAsync("twice", 2, Monday.PlusDays(2));
        await world.PublishAsync(Wider(rule) with { GroupMinimum = 6 });
        await ApproveAsync("twice", 3, Monday.PlusDays(5));
    }

    [Test]
    public void Yes_UntilADay_AfterAnotherSuchYes_EndsWithWhatWasInForceBeforeBoth()
    {
        Assert.That(InForce("twice", 3, 1), Is.EqualTo(3));
        Assert.That(InForce("twice", 6, 1), Is.EqualTo(1));
    }

    private async Task StartNarrowerAsync()
    {
        var rule = OfficeWorld.Plain("narrower");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await ApproveAsync("narrower", 2, Monday.PlusDays(4));
        Assert.That((await world.PublishAsync(rule with { Order = 7 })).Kind, Is.EqualTo(RuleOutcomeKind.Done));
        await world.PublishAsync(Wider(rule));
        await ApproveAsync("narrower", 4, Monday.PlusDays(5));
    }

    [Test]
    public async Task Yes_UntilADay_ForAVersionThatDidNotNeedAnEarlierOne_EndsWithThatVersion()
    {
        Assert.That(InForce("narrower", 6, 1), Is.EqualTo(3));
        Assert.That(await DetailAsync(AuditAction.Lapsed, "narrower 4"), Is.EqualTo("3"));
    }

    private async Task StartOffBetweenAsync()
    {
        var rule = OfficeWorld.Plain("off-between");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await ApproveAsync("off-between", 2, Monday.PlusDays(4));
        await world.Publishing.SwitchAsync("off-between", false, world.AdminActor, default);
        await world.PublishAsync(Wider(rule) with { Order = 7 });
        await ApproveAsync("off-between", 3, Monday.PlusDays(5));
    }

    [Test]
    public async Task Yes_UntilADay_ForARuleSwitchedOffAfterAnEarlierOne_SwitchesItOffAgain()
    {
        Assert.That(InForce("off-between", 6, 1), Is.Null);
        Assert.That(await DetailAsync(AuditAction.Lapsed, "off-between 3"), Is.EqualTo(Lapsing.Off));
    }

    private async Task StartStaysAsync()
    {
        var rule = OfficeWorld.Plain("stays");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await ApproveAsync("stays", 2, Monday.PlusDays(2));
        await world.PublishAsync(Wider(rule) with { GroupMinimum = 6 });
        await ApproveAsync("stays", 3, null);
    }

    [Test]
    public void Yes_WithoutALastDay_GivenLater_Stays() => Assert.That(InForce("stays", 4, 1), Is.EqualTo(3));

    private async Task StartWaitsOnAsync()
    {
        var rule = OfficeWorld.Plain("waits-on");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await ApproveAsync("waits-on", 2, Monday.PlusDays(2));
        waiting = await world.PublishAsync(Wider(rule) with { GroupMinimum = 6 });
    }

    [Test]
    public void Version_ThatWaits_IsComparedWithWhatIsInForceAfterTheEnd()
    {
        Assert.That(waiting.Wider.Select(use => use.Kind), Is.EqualTo(new[] { WideningKind.LowerMinimum }));
        Assert.That(
            waitingAfterTheEnd.Single(row => row.RuleId == "waits-on").Wider.Select(use => use.Kind),
            Is.EquivalentTo(new[] { WideningKind.NewSignal, WideningKind.LowerMinimum }));
    }

    private async Task StartTriedAsync()
    {
        // A comparison in practice must not depend on what only the bot or the person knows.
        var rule = OfficeWorld.Plain("tried") with { KeepFactsDays = 100 };
        await world.PublishAsync(rule);
        await world.PublishAsync(rule with { KeepFactsDays = 200 });
        await ApproveAsync("tried", 2, Monday.PlusDays(2));
        Assert.That(
            (await world.Get<ExperimentRunner>().StartAsync("tried", 1, 2, world.AdminActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.Done));
    }

    [Test]
    public void Trial_WithTheVersionThatEnds_Ends() => Assert.That(trialAfterTheEnd!.EndedAt, Is.Not.Null);

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(ApprovalAnswer.MostDays + 1)]
    public async Task LastDay_ThatIsNotAhead_OrTooFar_DecidesNothing(int days)
    {
        var id = $"open-{days + 1}";
        await world.PublishAsync(Wider(OfficeWorld.Plain(id)));

        var today = Instant.FromDateTimeOffset(world.Inner.Clock.Now).InUtc().Date;
        var outcome = await AnswerAsync(id, 1, today.PlusDays(days));

        Assert.That((outcome.Kind, outcome.Problems.Single().Field), Is.EqualTo((RuleOutcomeKind.Invalid, "until")));
        var row = (await world.Book.WaitingAsync(default)).Single(row => row.RuleId == id);
        Assert.That(row.State, Is.EqualTo(ApprovalState.Waiting));
    }

    private static Rule Wider(Rule rule) => rule with { When = new Threshold(Measure.RemoteShare, 50) };

    private async Task ApproveAsync(string id, int number, LocalDate? until, string reason = "") =>
        Assert.That((await AnswerAsync(id, number, until, reason)).Kind, Is.EqualTo(RuleOutcomeKind.Done));

    private Task<RuleOutcome> AnswerAsync(string id, int number, LocalDate? until, string reason = "") =>
        world.Get<Approving>().DecideAsync(id, number, new ApprovalAnswer(true, until, reason), world.CouncilActor, default);

    private async Task UntilAsync(int day, int hour)
    {
        await world.Inner.AdvanceToAsync(Monday.PlusDays(day).At(new LocalTime(hour, 30)).InUtc().ToDateTimeOffset());
        inForce[(day, hour)] = (await world.Book.ActiveAsync(default)).ToDictionary(active => active.Rule.Id, active => active.Number);
    }

    private int? InForce(string id, int day, int hour) => inForce[(day, hour)].TryGetValue(id, out var number) ? number : null;

    private Task<string> DetailAsync(AuditAction action, string subject) => world.Inner.ReadAsync(
        async db => (await db.AuditEntries.SingleAsync(row => row.Action == action && row.Subject == subject)).Detail);
}
