using System.Text.RegularExpressions;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>What people report about their own AI use counts only after their explicit consent, and is used for nothing else.</summary>
internal sealed class OwnWordTests : OwnChatTests
{
    private static readonly Texts Dutch = Texts.For("nl");

    protected override Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync(
        people: 3, settings: new() { ["Signals:CopilotReport"] = "true", ["Signals:AgreedBy"] = "Ondernemingsraad, besluit 2026-14" });

    [TestCase("mijn week")]
    [TestCase("AI week veel")]
    public async Task Report_WithoutConsent_IsNotStored_AndConsentIsAsked(string typed)
    {
        await World.JoinAsync(Anna);

        var card = Regex.Unescape(await World.SayAsync(Anna, typed));

        Assert.That(card, Does.Contain(Dutch.SelfReport.Ask).And.Contain(Verbs.AllowOwnWord).And.Not.Contain(Verbs.ReportALot));
        Assert.That(await StoredAsync(), Is.EqualTo((0, false, false)));
    }

    [Test]
    public async Task Report_WithConsent_Counts_WithoutReadingTheOrganisationsSources()
    {
        await World.JoinAsync(Anna);
        await World.SayAsync(Anna, "mijn week");
        await World.ClickAsync(Anna, Verbs.AllowOwnWord);
        await World.ClickAsync(Anna, Verbs.ReportALot);

        Assert.That(await StoredAsync(), Is.EqualTo((5, true, false)));
        await World.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.That(World.Tenant.Tenant.Counters.Of("graph.copilotReport"), Is.Zero);
    }

    [Test]
    public async Task Clear_DeletesTheReportAndTheConsent()
    {
        await World.JoinAsync(Anna);
        await World.SayAsync(Anna, "mijn week");
        await World.ClickAsync(Anna, Verbs.AllowOwnWord);
        await World.ClickAsync(Anna, Verbs.ReportALot);

        var card = Regex.Unescape(await World.ClickAsync(Anna, Verbs.ClearReport));

        Assert.That(card, Does.Contain(Dutch.SelfReport.Ask));
        Assert.That(await StoredAsync(), Is.EqualTo((0, false, false)));
        Assert.That(await World.SayAsync(Anna, "mijn gegevens"), Does.Not.Contain(Dutch.MyData.Kinds.AiUseDays));
    }

    [Test]
    public async Task OldCard_AfterConsentWasWithdrawn_StoresNothing()
    {
        await World.JoinAsync(Anna, aiUse: true);
        await World.SayAsync(Anna, "mijn week");
        var old = World.FromBot(Anna)[^1];
        var oldCard = await World.ClickAsync(Anna, Verbs.ReportALot);
        Assert.That(oldCard, Does.Contain("stand van maandag 2 maart"), "a card that stays in the chat must say on what date it was true");
        await World.SayAsync(Anna, "voorkeuren");
        await World.ClickAsync(Anna, Verbs.SavePreferences, new() { [Inputs.AllowAiUse] = "false" });

        Assert.That(await World.SayAsync(Anna, "mijn gegevens"), Does.Not.Contain(Dutch.MyData.Kinds.AiUseDays));
        var answer = await World.ClickAsync(Anna, old, oldCard, Verbs.ReportALot);
        Assert.That(Regex.Unescape(answer.CardJson!), Does.Contain(Dutch.SelfReport.Ask));
        Assert.That(await StoredAsync(), Is.EqualTo((0, false, false)));
    }

    [Test]
    public async Task BeforeJoining_NothingIsStored([Values("mijn week", "ai week veel", "ai week wissen")] string typed)
    {
        await World.InstallAsync(Anna);

        Assert.That(await World.SayAsync(Anna, typed), Does.Contain(Dutch.State.NotTakingPart.Heading));
        Assert.That(await StoredAsync(), Is.EqualTo((0, false, false)));
        Assert.That(await World.ReadAsync(db => db.Consents.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task OldCard_AfterStop_StoresNothing([Values(Verbs.ReportALot, Verbs.ClearReport)] string verb)
    {
        await World.JoinAsync(Anna, aiUse: true);
        await World.SayAsync(Anna, "mijn week");
        var old = World.FromBot(Anna)[^1];
        var oldCard = await World.ClickAsync(Anna, Verbs.ReportNowAndThen);
        await World.SayAsync(Anna, "stop");

        Assert.That((await World.ClickAsync(Anna, old, oldCard, verb)).CardJson, Does.Contain(Dutch.State.NotTakingPart.Heading));
        Assert.That(await StoredAsync(), Is.EqualTo((0, false, false)));
    }

    [TestCase("AI week veel", 5, "Veel")]
    [TestCase("mijn week af en toe", 1, "Af en toe")]
    [TestCase("ai bijna niet", 0, "Bijna niet")]
    [TestCase("my week a lot", 5, "Veel")]
    public async Task TypedReport_WithConsent_IsStored_AndTheCardShowsIt(string typed, int used, string answer)
    {
        await World.JoinAsync(Anna, aiUse: true);

        var card = Regex.Unescape(await World.SayAsync(Anna, typed));

        Assert.That(card, Does.Contain($"‘{answer}’, met AI op {used} van 5 werkdagen").And.Contain($"✓ {answer}"));
        Assert.That(await World.ReadAsync(db => db.AiUseDays.CountAsync(day => day.Used)), Is.EqualTo(used));
        Assert.That(await World.SayAsync(Anna, "mijn gegevens"), Does.Contain(Dutch.MyData.Kinds.AiUseDays));
    }

    private Task<(int Days, bool OwnWord, bool Sources)> StoredAsync() => World.ReadAsync(async db =>
    {
        var person = await db.Participants.SingleAsync(row => row.PersonId == Anna.ObjectId.ToString());
        return (await db.AiUseDays.CountAsync(), person.OwnWordAllowedAt is not null, person.SourcesAllowedAt is not null);
    });
}
