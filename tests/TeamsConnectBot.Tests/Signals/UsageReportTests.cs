using TeamsConnectBot.Cards;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Signals;

/// <summary>
/// The organisation enabled the usage report. Everybody works with AI every day; only some allowed the report to be used.
/// </summary>
internal sealed class UsageReportTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly LocalDate Tuesday = new(2026, 3, 3);
    private static readonly LocalDate Wednesday = new(2026, 3, 4);
    private static readonly LocalDate Thursday = new(2026, 3, 5);

    private PrivacyWorld world = null!;

    private Person Allowed => world.People[0];

    private Person NotAllowed => world.People[1];

    private Person TellsThemselves => world.People[2];

    private Actor Council => new(world.People[^2].ObjectId.ToString(), world.People[^2].Name, Role.WorksCouncil);

    private long Reports => world.Tenant.Tenant.Counters.Of("graph.copilotReport");

    [SetUp]
    public async Task StartAsync()
    {
        world = await PrivacyWorld.StartAsync(
            change: organisation => organisation with
            {
                People = [.. organisation.People.Select(person => person with { HasLicence = true })],
                UsedAi = (_, _) => true,
            },
            settings: new() { ["Signals:CopilotReport"] = "true", ["Signals:AgreedBy"] = "Ondernemingsraad, besluit 2026-14" });
        await world.JoinAsync(Allowed, sources: true);
        await world.JoinAsync(NotAllowed, aiUse: true);
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Report_EachDay_StoresDaysOfThoseWhoAllowedItExceptSelfReported()
    {
        await world.JoinAsync(TellsThemselves, aiUse: true, sources: true);
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));
        await world.SayAsync(TellsThemselves, "mijn week");
        await world.ClickAsync(TellsThemselves, Verbs.ReportHardly);

        // A report is about the day before yesterday: those of Tuesday and Wednesday are about the day before the consent and its own.
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 7, 6, 0, 0, TimeSpan.Zero));

        Assert.That(Reports, Is.EqualTo(5));
        Assert.That(
            await DaysAsync(Allowed),
            Is.EqualTo(new[]
            {
                (Monday, AiUseSource.UsageReport, true), (Tuesday, AiUseSource.UsageReport, true),
                (Wednesday, AiUseSource.UsageReport, true), (Thursday, AiUseSource.UsageReport, true),
            }));
        Assert.That(await DaysAsync(NotAllowed), Is.Empty);
        var days = await DaysAsync(TellsThemselves);
        Assert.That(
            days.Where(day => day.Source == AiUseSource.SelfReport),
            Has.Exactly(5).Items.And.All.Matches<(LocalDate, AiUseSource, bool)>(day => !day.Item3));
        Assert.That(
            days.Where(day => day.Source == AiUseSource.UsageReport), Is.EqualTo(new[] { (Thursday, AiUseSource.UsageReport, true) }));
    }

    [Test]
    public async Task Report_OfSomebodyWhoJoinedAfterTheRound_StoresTheirDaysFromThatDay()
    {
        // Monday's round is over.
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        await world.JoinAsync(TellsThemselves, aiUse: true, sources: true);
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 6, 6, 0, 0, TimeSpan.Zero));

        Assert.That((await DaysAsync(TellsThemselves)).Select(day => day.Day), Is.EqualTo(new[] { Monday, Tuesday, Wednesday }));
        Assert.That(
            await world.SayAsync(TellsThemselves, "mijn week"), Does.Not.Contain("laatste twee weken"), "three working days are too few");

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 10, 6, 0, 0, TimeSpan.Zero));
        Assert.That(
            await world.SayAsync(TellsThemselves, "mijn week"),
            Does.Contain("Je werkte de laatste twee weken bijna elke dag met AI.").And.Contain("met AI op 5 van de 5 werkdagen"));
        Assert.That(await world.SayAsync(NotAllowed, "mijn week"), Does.Not.Contain("laatste twee weken"));
    }

    [Test]
    public async Task Report_WhileEverythingIsStopped_IsNotRead_AndNoDayOfTheStopIsKept()
    {
        var stop = world.Services.GetRequiredService<EverythingStop>();
        await stop.StopAsync(Council, default);
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 4, 6, 0, 0, TimeSpan.Zero));
        Assert.That(Reports, Is.Zero);

        await stop.StartAsync(Council, default);
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 7, 6, 0, 0, TimeSpan.Zero));

        Assert.That(Reports, Is.EqualTo(3));
        Assert.That((await DaysAsync(Allowed)).Select(day => day.Day), Is.EqualTo(new[] { Thursday }));
    }

    [Test]
    public async Task Report_WhereTheUseOfTheAppIsRefused_IsNotRead()
    {
        await world.Services.GetRequiredService<FirstUseDecision>().DecideAsync(false, true, Council, default);

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 4, 6, 0, 0, TimeSpan.Zero));

        Assert.That(Reports, Is.Zero);
    }

    [Test]
    public async Task Report_WhoseApprovalIsTakenBack_IsReadNoMore_AndItsDaysAreErased()
    {
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));
        Assert.That(await DaysAsync(Allowed), Is.Not.Empty);
        var reversal = world.Services.GetRequiredService<SourceReversal>();

        await reversal.ReverseAsync(SignalSource.CopilotReport, new ApprovalAnswer(false), Council, default);
        var read = Reports;
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 6, 6, 0, 0, TimeSpan.Zero));

        Assert.That(await DaysAsync(Allowed), Is.Empty);
        Assert.That(Reports, Is.EqualTo(read));
        await reversal.ReverseAsync(SignalSource.CopilotReport, new ApprovalAnswer(true), Council, default);
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 7, 6, 0, 0, TimeSpan.Zero));
        Assert.That(Reports, Is.EqualTo(read + 1));
    }

    [Test]
    public async Task Report_WithConcealedNames_GivesNoDaysAndIsLogged()
    {
        world.Tenant.Options.Reports.Concealed = true;

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 3, 6, 0, 0, TimeSpan.Zero));

        Assert.That(Reports, Is.EqualTo(1));
        Assert.That(await DaysAsync(Allowed), Is.Empty);
        Assert.That(world.Log.All.Where(line => line.Contains("conceals names", StringComparison.Ordinal)), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Day_WithoutAReport_IsUnknown()
    {
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));
        world.Tenant.Faults.Refuse("/v1.0/copilot/*", 404, count: 1);

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 6, 6, 0, 0, TimeSpan.Zero));

        Assert.That(await DaysAsync(Allowed), Is.EqualTo(
            new[] { (Monday, AiUseSource.UsageReport, true), (Wednesday, AiUseSource.UsageReport, true) }));
    }

    [Test]
    public async Task Report_AfterAPauseWasEnded_StoresNoDayOfThePause()
    {
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await world.SayAsync(Allowed, "pauze");
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 6, 10, 0, 0, TimeSpan.Zero));
        await world.SayAsync(Allowed, "verder");

        // The reports of the next days are about Thursday, Friday, Saturday and Sunday.
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 10, 6, 0, 0, TimeSpan.Zero));

        Assert.That(
            (await DaysAsync(Allowed)).Select(day => day.Day), Is.EqualTo(new[] { Thursday.PlusDays(2), Thursday.PlusDays(3) }));
    }

    [Test]
    public async Task Report_AfterAPauseThatRanOut_StoresNoDayOfThePause()
    {
        await world.SayAsync(Allowed, "pauze tot 5 maart");

        // It ends as Thursday begins. The reports of Thursday, Friday and Saturday are about Tuesday, Wednesday and Thursday.
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 7, 6, 0, 0, TimeSpan.Zero));

        Assert.That((await DaysAsync(Allowed)).Select(day => day.Day), Is.EqualTo(new[] { Thursday }));
    }

    [Test]
    public async Task Report_NoLongerAllowedByAnybody_IsNotRequested()
    {
        await world.SayAsync(Allowed, "stop");

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 3, 6, 0, 0, TimeSpan.Zero));

        Assert.That(Reports, Is.Zero);
    }

    [Test]
    public async Task Report_BeforeApproval_IsNotRequested()
    {
        await world.DisposeAsync();
        world = await PrivacyWorld.StartAsync(settings: new() { ["Signals:CopilotReport"] = "true" });
        await world.JoinAsync(Allowed, sources: true);

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 3, 6, 0, 0, TimeSpan.Zero));

        Assert.That(Reports, Is.Zero);
        Assert.That(
            await world.ReadAsync(db => db.RuleApprovals.CountAsync(row => row.RuleId == "signal:CopilotReport")),
            Is.EqualTo(1), "the works council is asked");
    }

    [Test]
    public async Task Report_OfSomebodyPaused_IsNotRequested()
    {
        await world.SayAsync(Allowed, "pauze");

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 3, 6, 0, 0, TimeSpan.Zero));

        Assert.That((Reports, (await DaysAsync(Allowed)).Count), Is.EqualTo((0L, 0)));
    }

    [Test]
    public async Task Sources_Withdrawn_DeletesTheirDaysButNotSelfReports()
    {
        await world.JoinAsync(TellsThemselves, aiUse: true, sources: true);
        await world.SayAsync(TellsThemselves, "ai week veel");
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 5, 6, 0, 0, TimeSpan.Zero));
        Assert.That(
            (await DaysAsync(TellsThemselves)).Select(day => day.Source).Distinct(),
            Is.EquivalentTo(new[] { AiUseSource.SelfReport, AiUseSource.UsageReport }));

        await world.SayAsync(TellsThemselves, "voorkeuren");
        await world.ClickAsync(
            TellsThemselves, Verbs.SavePreferences, new() { [Inputs.AllowAiUse] = "true", [Inputs.AllowSources] = "false" });
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 6, 6, 0, 0, TimeSpan.Zero));

        Assert.That((await DaysAsync(TellsThemselves)).Select(day => day.Source).Distinct(), Is.EqualTo(new[] { AiUseSource.SelfReport }));
    }

    [Test]
    public async Task Preferences_FromACardWithoutTheSourcesInput_LeaveSourcesUnchanged()
    {
        await world.SayAsync(Allowed, "voorkeuren");
        await world.ClickAsync(Allowed, Verbs.SavePreferences, new() { [Inputs.AllowSources] = null });

        Assert.That(await world.ReadAsync(db => db.Participants.CountAsync(person => person.SourcesAllowedAt != null)), Is.EqualTo(1));
    }

    private async Task<List<(LocalDate Day, AiUseSource Source, bool Used)>> DaysAsync(Person person)
    {
        var rows = await world.ReadAsync(db => db.AiUseDays.Where(row => row.PersonId == person.ObjectId.ToString()).ToListAsync());
        return [.. rows.OrderBy(row => row.Day).Select(row => (row.Day, row.Source, row.Used))];
    }
}
