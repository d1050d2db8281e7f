using NUnit.Framework.Constraints;
using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Launch;

/// <summary>
/// The default organisation, as the README's first command starts it: its works council allowed the report and the rules for a week with
/// much AI. Everything goes through the page's own requests; the person on the left works with AI nearly every day.
/// </summary>
internal sealed class AiWeekTests
{
    private const string NearlyEveryDay = "Je werkte de laatste twee weken bijna elke dag met AI.";

    // In another language, a person would read another sentence about the same band.
    private static readonly string[] AnyBand = ["laatste twee weken", "last two weeks"];

    private PlayedSandbox played = null!;

    [SetUp]
    public async Task StartAsync() => played = await PlayedSandbox.StartAsync();

    [TearDown]
    public async Task StopAsync() => await played.DisposeAsync();

    [Test]
    public async Task Band_FromTheReport_IsSeenByItsOwnerOnlyAndChangesNobodysInvitation()
    {
        var view = await played.ViewAsync();
        Assert.Multiple(() =>
        {
            Assert.That(
                view["aiWeek"]!["decisions"]!.AsArray().Select(made => (string?)made!["about"]),
                Is.EquivalentTo(new[] { "CopilotReport", "ai-week-coworking", "ai-week-coffee" }));
            Assert.That((string?)view["aiWeek"]!["source"], Is.EqualTo("Names"));
            Assert.That((string?)view["aiWeek"]!["readAt"], Is.Null);
            Assert.That(view["chairs"]!.AsArray().Select(chair => (bool?)chair!["installed"]), Is.All.False, "there is something to do");
        });
        await Assert.ThatAsync(
            played.ApprovalsAsync,
            Does.Contain("AI days from the Copilot usage report").And.Contain("A week with much AI: work beside a colleague")
                .And.Contain("A week with much AI: coffee").And.Not.Contain("handler=Decide"));

        await played.JoinAsync(played.Left, sources: true);
        await played.JoinAsync(played.Right, sources: false);
        await played.PostAsync("/clock/reports");
        view = await played.ViewAsync();
        Assert.Multiple(() =>
        {
            Assert.That((string?)view["aiWeek"]!["readAt"], Is.Not.Null);
            Assert.That(view["chairs"]!.AsArray().Select(chair => (bool?)chair!["allowsReport"]), Is.EqualTo(new bool?[] { true, false }));
        });

        Assert.That(await played.SayAsync(played.Left, "mijn week"), Does.Contain(NearlyEveryDay));
        Assert.That(await played.SayAsync(played.Right, "ai week"), Does.Not.ContainAny(AnyBand));

        var (left, right) = (await played.InvitedAsync(played.Left), await played.InvitedAsync(played.Right));
        Assert.That(left.Card, Does.Contain("Naast een collega werken").And.Not.ContainAny("AI ", " AI"));
        Assert.That(right.Card, Does.Contain("Work beside a colleague").And.Not.ContainAny("AI ", " AI"));
        Assert.That(
            await played.WhyAsync(played.Left, left),
            Does.Contain(NearlyEveryDay).And.Contain("bijna elke dag met AI werkt, of daar niets"));
        Assert.That(
            await played.WhyAsync(played.Right, right),
            Does.Contain("work with AI nearly every day, or tell nothing").And.Contain("We know nothing about your AI use.")
                .And.Not.ContainAny(AnyBand));
        Assert.That(played.ChatOf(played.Right), Does.Not.ContainAny(AnyBand));
    }

    [Test]
    public async Task Decisions_WithFewerThan25Participants_AreAboutTheReportOnly()
    {
        await using var small = await PlayedSandbox.StartAsync(size: 24);

        var view = await small.ViewAsync();
        Assert.That(
            view["aiWeek"]!["decisions"]!.AsArray().Select(made => (string?)made!["about"]), Is.EqualTo(new[] { "CopilotReport" }));
        await small.JoinAsync(small.Left, sources: true);
        await small.PostAsync("/clock/reports");
        Assert.That((await small.InvitedAsync(small.Left)).Card, Does.Not.ContainAny("AI ", " AI"));
    }

    [Test]
    public async Task Source_ConcealedOrSwitchedOff_GivesNoBandAndWithoutTheReportNoneIsRequested()
    {
        await played.ChooseAsync(AiSource.Concealed);
        await played.JoinAsync(played.Left, sources: true);
        await played.PostAsync("/clock/reports");
        var read = played.Reports;

        Assert.That(read, Is.GreaterThan(0), "the report is requested, and dropped");
        Assert.That(await played.SayAsync(played.Left, "mijn week"), Does.Not.ContainAny(AnyBand));

        await played.ChooseAsync(AiSource.OwnWord);
        await played.PostAsync("/clock/reports");
        Assert.That(played.Reports, Is.EqualTo(read));
        Assert.That(await played.SayAsync(played.Left, "mijn week veel"), Does.Contain(NearlyEveryDay));

        await played.ChooseAsync(AiSource.Names);
        await played.PostAsync("/clock/reports");
        Assert.That(played.Reports, Is.GreaterThan(read));
    }
}

internal static class ManyTexts
{
    public static Constraint ContainAny(this ConstraintExpression expression, params string[] texts) =>
        expression.Matches<string>(text => text is not null && texts.Any(each => text.Contains(each, StringComparison.Ordinal)));
}
