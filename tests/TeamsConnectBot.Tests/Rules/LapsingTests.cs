using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>A yes of the works council that ends by itself after a day.</summary>
internal sealed class LapsingTests
{
    private OfficeWorld world = null!;

    private LocalDate Today => Instant.FromDateTimeOffset(world.Inner.Clock.Now).InUtc().Date;

    [SetUp]
    public async Task StartAsync() => world = await OfficeWorld.StartAsync();

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Yes_UntilADay_HoldsThatDay_AndThenTheVersionBeforeItIsInForceAgain()
    {
        var rule = OfficeWorld.Plain("for-now");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        var last = Today.PlusDays(3);
        Assert.That((await AnswerAsync("for-now", 2, last, "Eerst proberen.")).Kind, Is.EqualTo(RuleOutcomeKind.Done));

        await UntilAsync(last, hour: 22);
        Assert.That(await InForceAsync("for-now"), Is.EqualTo(2));
        await UntilAsync(last.PlusDays(1), hour: 1);

        Assert.That(await InForceAsync("for-now"), Is.EqualTo(1));
        var row = (await world.Book.DecidedAsync(default)).Single(row => row.RuleId == "for-now");
        Assert.That((row.State, row.Reason, row.Until), Is.EqualTo((ApprovalState.Lapsed, "Eerst proberen.", (LocalDate?)last)));
        Assert.That(await DetailAsync(AuditAction.Approved, "for-now 2"), Is.EqualTo($"until {last:uuuu-MM-dd}; Eerst proberen."));
        Assert.That(await DetailAsync(AuditAction.Lapsed, "for-now 2"), Is.EqualTo("1"));
    }

    [Test]
    public async Task Yes_UntilADay_ForARuleThatWasOff_SwitchesItOffAgain_AndItWaitsWhenItIsSwitchedOn()
    {
        await world.PublishAsync(Wider(OfficeWorld.Plain("was-off")));
        await AnswerAsync("was-off", 1, Today.PlusDays(2));

        await UntilAsync(Today.PlusDays(3), hour: 1);

        Assert.That(await InForceAsync("was-off"), Is.Null);
        Assert.That(await DetailAsync(AuditAction.Lapsed, "was-off 1"), Is.EqualTo(Lapsing.Off));
        Assert.That(
            (await world.Publishing.SwitchAsync("was-off", true, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.Waiting));
    }

    [Test]
    public async Task Yes_UntilADay_EndsForLaterVersionsThatUseTheSameData()
    {
        var rule = OfficeWorld.Plain("went-on");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await AnswerAsync("went-on", 2, Today.PlusDays(2));
        Assert.That((await world.PublishAsync(Wider(rule) with { Order = 7 })).Kind, Is.EqualTo(RuleOutcomeKind.Done));

        await UntilAsync(Today.PlusDays(3), hour: 1);

        Assert.That(await InForceAsync("went-on"), Is.EqualTo(1));
    }

    [Test]
    public async Task Yes_UntilADay_AfterAnotherSuchYes_EndsWithWhatWasInForceBeforeBoth()
    {
        var rule = OfficeWorld.Plain("twice");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await AnswerAsync("twice", 2, Today.PlusDays(2));
        await world.PublishAsync(Wider(rule) with { GroupMinimum = 6 });
        await AnswerAsync("twice", 3, Today.PlusDays(5));

        await UntilAsync(Today.PlusDays(3), hour: 1);
        Assert.That(await InForceAsync("twice"), Is.EqualTo(3));
        await UntilAsync(Today.PlusDays(3), hour: 1);

        Assert.That(await InForceAsync("twice"), Is.EqualTo(1));
    }

    [Test]
    public async Task Yes_UntilADay_ForAVersionThatDidNotNeedAnEarlierOne_EndsWithThatVersion()
    {
        var rule = OfficeWorld.Plain("narrower");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await AnswerAsync("narrower", 2, Today.PlusDays(4));
        Assert.That((await world.PublishAsync(rule with { Order = 7 })).Kind, Is.EqualTo(RuleOutcomeKind.Done));
        await world.PublishAsync(Wider(rule));
        await AnswerAsync("narrower", 4, Today.PlusDays(5));

        await UntilAsync(Today.PlusDays(6), hour: 1);

        Assert.That(await InForceAsync("narrower"), Is.EqualTo(3));
        Assert.That(await DetailAsync(AuditAction.Lapsed, "narrower 4"), Is.EqualTo("3"));
    }

    [Test]
    public async Task Yes_UntilADay_ForARuleSwitchedOffAfterAnEarlierOne_SwitchesItOffAgain()
    {
        var rule = OfficeWorld.Plain("off-between");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await AnswerAsync("off-between", 2, Today.PlusDays(4));
        await world.Publishing.SwitchAsync("off-between", false, world.AdminActor, default);
        await world.PublishAsync(Wider(rule) with { Order = 7 });
        await AnswerAsync("off-between", 3, Today.PlusDays(5));

        await UntilAsync(Today.PlusDays(6), hour: 1);

        Assert.That(await InForceAsync("off-between"), Is.Null);
        Assert.That(await DetailAsync(AuditAction.Lapsed, "off-between 3"), Is.EqualTo(Lapsing.Off));
    }

    [Test]
    public async Task Yes_WithoutALastDay_GivenLater_Stays()
    {
        var rule = OfficeWorld.Plain("stays");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await AnswerAsync("stays", 2, Today.PlusDays(2));
        await world.PublishAsync(Wider(rule) with { GroupMinimum = 6 });
        await AnswerAsync("stays", 3, null);

        await UntilAsync(Today.PlusDays(4), hour: 1);

        Assert.That(await InForceAsync("stays"), Is.EqualTo(3));
    }

    [Test]
    public async Task Version_ThatWaits_IsComparedWithWhatIsInForceAfterTheEnd()
    {
        var rule = OfficeWorld.Plain("waits-on");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await AnswerAsync("waits-on", 2, Today.PlusDays(2));
        var waiting = await world.PublishAsync(Wider(rule) with { GroupMinimum = 6 });
        Assert.That(waiting.Wider.Select(use => use.Kind), Is.EqualTo(new[] { WideningKind.LowerMinimum }));

        await UntilAsync(Today.PlusDays(3), hour: 1);

        Assert.That(
            (await world.Book.WaitingAsync(default)).Single().Wider.Select(use => use.Kind),
            Is.EquivalentTo(new[] { WideningKind.NewSignal, WideningKind.LowerMinimum }));
    }

    [Test]
    public async Task Trial_WithTheVersionThatEnds_Ends()
    {
        var rule = OfficeWorld.Plain("tried");
        await world.PublishAsync(rule);
        await world.PublishAsync(Wider(rule));
        await AnswerAsync("tried", 2, Today.PlusDays(2));
        Assert.That(
            (await world.Get<ExperimentRunner>().StartAsync("tried", 1, 2, world.AdminActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.Done));

        await UntilAsync(Today.PlusDays(3), hour: 1);

        Assert.That((await world.Get<ExperimentRunner>().ReportAsync(default))!.EndedAt, Is.Not.Null);
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(ApprovalAnswer.MostDays + 1)]
    public async Task LastDay_ThatIsNotAhead_OrTooFar_DecidesNothing(int days)
    {
        await world.PublishAsync(Wider(OfficeWorld.Plain("open")));

        var outcome = await AnswerAsync("open", 1, Today.PlusDays(days));

        Assert.That((outcome.Kind, outcome.Problems.Single().Field), Is.EqualTo((RuleOutcomeKind.Invalid, "until")));
        Assert.That((await world.Book.WaitingAsync(default)).Single().State, Is.EqualTo(ApprovalState.Waiting));
    }

    private static Rule Wider(Rule rule) => rule with { When = new Threshold(Measure.RemoteShare, 50) };

    private Task<RuleOutcome> AnswerAsync(string id, int number, LocalDate? until, string reason = "") =>
        world.Get<Approving>().DecideAsync(id, number, new ApprovalAnswer(true, until, reason), world.CouncilActor, default);

    private Task UntilAsync(LocalDate day, int hour) =>
        world.Inner.AdvanceToAsync(day.At(new LocalTime(hour, 30)).InUtc().ToDateTimeOffset());

    private async Task<int?> InForceAsync(string id) =>
        (await world.Book.ActiveAsync(default)).SingleOrDefault(active => active.Rule.Id == id)?.Number;

    private Task<string> DetailAsync(AuditAction action, string subject) => world.Inner.ReadAsync(
        async db => (await db.AuditEntries.SingleAsync(row => row.Action == action && row.Subject == subject)).Detail);
}
