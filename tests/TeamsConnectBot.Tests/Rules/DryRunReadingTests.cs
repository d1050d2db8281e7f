using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.DryRuns;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>A dry-run reads of people only what its own questions need.</summary>
internal sealed class DryRunReadingTests
{
    private const string Pool = "everyone";

    private OfficeWorld world = null!;

    [SetUp]
    public async Task StartAsync()
    {
        world = await OfficeWorld.StartAsync(people: 26);
        await world.JoinAllAsync();
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task DryRun_AboutDepartmentsWithTheMonthCounted_ReadsNoCalendarsAndNoHireDates()
    {
        await world.PublishForDryRunAsync(InDepartment("Finance"));
        Assert.That((await AskedAsync(InDepartment("Finance"))).Calendars, Is.True, "the month's round needs them");

        await world.PublishForDryRunAsync(InDepartment("Legal"));
        Assert.That(await AskedAsync(InDepartment("Legal")), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task DryRun_AboutFreeTimeWithTheMonthCounted_ReadsCalendars()
    {
        await world.PublishForDryRunAsync(InDepartment("Finance"));
        await AskedAsync(InDepartment("Finance"));
        var rule = ShippedRules.Everybody with { When = new Threshold(Measure.LongestGap, 60) };
        await world.PublishForDryRunAsync(rule);

        Assert.That(await AskedAsync(rule), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task DryRun_OfARuleForNewcomers_ReadsHireDatesOnce_AndOtherQuestionsReadNone()
    {
        var newcomers = ShippedRules.Everybody with { When = new Threshold(Measure.DaysSinceJoining, 60) };
        await world.PublishForDryRunAsync(newcomers);
        Assert.That((await AskedAsync(newcomers)).HireDates, Is.True);
        Assert.That(await AskedAsync(newcomers), Is.EqualTo((false, false)), "the answer was stored");

        // Beside a rule for everybody it is no question whom it selects.
        var beside = OfficeWorld.Plain("newcomers") with { When = newcomers.When };
        await world.PublishForDryRunAsync(beside);
        await world.Inner.WriteAsync(db => db.DryRunMonths.ExecuteDeleteAsync());
        Assert.That(await AskedAsync(beside), Is.EqualTo((true, false)));
    }

    // This replaces the rule 'everybody', beside which no condition would matter.
    private static Rule InDepartment(string name) => ShippedRules.Everybody with { When = new DepartmentIn([name]) };

    private async Task<(bool Calendars, bool HireDates)> AskedAsync(Rule rule)
    {
        var asked = world.Inner.Tenant.Tenant.Counters.Graph;
        asked.Start();
        var report = await world.Get<DryRun>().RunAsync(rule, Pool, world.AdminActor, null, default);
        Assert.That(report.Refused, Is.Null);
        return (
            asked.Asked.Any(request => $"{request}".Contains("getSchedule", StringComparison.OrdinalIgnoreCase)),
            asked.Asked.Any(request => $"{request}".Contains("employeeHireDate", StringComparison.Ordinal)));
    }
}
