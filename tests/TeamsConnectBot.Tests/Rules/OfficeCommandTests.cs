using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>The commands of admins, works-council members and readers, and what other participants see of them.</summary>
internal sealed class OfficeCommandTests
{
    private static readonly string Refused = Texts.For("nl").CommandRefused.Heading;

    private OfficeWorld world = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        world = await OfficeWorld.StartAsync();
        await world.JoinAllAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Rules_ForAParticipant_AreThoseInForce()
    {
        var card = await world.SayAsync(world.Participant, "regels");

        Assert.That(
            card,
            Does.Contain("Iedereen die meedoet").And.Contain("Vraag iedereen die meedoet voor").And.Not.Contain("Week met veel AI"));
        Assert.That(
            await world.SayAsync(world.Admin, "rules"),
            Does.Contain("Iedereen die meedoet").And.Contain("Week met veel AI: koffie").And.Contain("(uit)"));
    }

    [Test]
    public async Task RuleShow_OfARule_UsesSentencesAndShowsParticipantsOnlyRulesInForce()
    {
        Assert.That(
            await world.SayAsync(world.Participant, "regel toon everybody"),
            Does.Contain("Vraag iedereen die meedoet voor").And.Contain("hooguit één keer per week."));
        Assert.That(await world.SayAsync(world.Participant, "regel toon ai-week-coffee"), Does.Contain("Er is geen regel"));
        Assert.That(await world.SayAsync(world.Reader, "regel toon ai-week-coffee"), Does.Contain("(of daar niets over vertellen)"));
    }

    [Test]
    public async Task Rules_InTheList_ShowIdsOnlyToThoseWhoUseThem()
    {
        Assert.That(
            await world.SayAsync(world.Participant, "regels"), Does.Contain(
                "Iedereen die meedoet · versie 1").And.Not.Contain("everybody"));
        Assert.That(await world.SayAsync(world.Admin, "regels"), Does.Contain("Iedereen die meedoet · versie 1 · everybody"));
        Assert.That(
            await world.SayAsync(world.Participant, "regel toon iedereen die meedoet"), Does.Contain("Vraag iedereen die meedoet voor"));
    }

    [TestCase("regel aan ai-week-coffee", "beheerders")]
    [TestCase("regel test everybody", "beheerders")]
    [TestCase("stop alles", "beheerders")]
    [TestCase("rapport", "beheerders")]
    [TestCase("logboek", "ondernemingsraad")]
    public async Task OfficeCommand_ByAParticipant_SaysWhoCan(string command, string who)
    {
        Assert.That(await world.SayAsync(world.Participant, command), Does.Contain(Refused).And.Contain(who));
        Assert.That(await world.Get<Standstill>().IsOnAsync(default), Is.False);
    }

    [Test]
    public async Task Help_OmitsOfficeCommands_WhichRulesListsForOfficeHolders()
    {
        Assert.That(
            await world.SayAsync(world.Participant, "hulp"),
            Does.Contain("**regels**").And.Not.Contain("stop alles").And.Not.Contain("logboek").And.Not.Contain("**stem**"));
        Assert.That(await world.SayAsync(world.Participant, "regels"), Does.Not.Contain("logboek"));
        Assert.That(await world.SayAsync(world.Admin, "regels"), Does.Contain("stop alles: ").And.Contain("logboek: "));
    }

    [Test]
    public async Task Report_AfterOneErasure_DoesNotCountIt()
    {
        await world.Inner.WriteAsync(db => db.Erasures.AddAsync(new Erasure { Day = new LocalDate(2026, 2, 27), People = 1 }).AsTask());

        Assert.That(await world.SayAsync(world.Reader, "rapport"), Does.Contain("in hele tientallen: 0"));
    }

    [Test]
    public async Task AuditLog_ForAnAdmin_IsRefused() => Assert.That(await world.SayAsync(world.Admin, "logboek"), Does.Contain(Refused));

    [Test]
    public async Task RuleOn_ThatUsesMoreData_WaitsWhileOffWorksAtOnce()
    {
        Assert.That(
            await world.SayAsync(world.Admin, "regel aan long-time-no-contact"),
            Does.Contain("wacht op de ondernemingsraad").And.Contain("wanneer iemand voor het laatst een collega trof"));
        Assert.That((await world.Book.FindAsync("long-time-no-contact", default))!.IsOn, Is.False);

        Assert.That(await world.SayAsync(world.Admin, "regel uit everybody"), Does.Contain("staat uit"));
        Assert.That((await world.Book.FindAsync("everybody", default))!.IsOn, Is.False);
        Assert.That(await world.SayAsync(world.Admin, "regel aan everybody"), Does.Contain("staat aan"));
        Assert.That((await world.Book.FindAsync("everybody", default))!.IsOn, Is.True);
        Assert.That(await world.SayAsync(world.Admin, "regel aan nergens"), Does.Contain("Er is geen regel ‘nergens’"));
    }

    [Test]
    public async Task StopEverything_ByTheWorksCouncil_CanOnlyBeLiftedByThem()
    {
        Assert.That(await world.SayAsync(world.CouncilMember, "stop alles"), Does.Contain("Alles staat stil"));
        Assert.That(await world.SayAsync(world.Admin, "start everything"), Does.Contain(Refused).And.Contain("ondernemingsraad"));
        Assert.That(await world.SayAsync(world.Reader, "report"), Does.Contain("Alles staat stil"));
        Assert.That(await world.SayAsync(world.CouncilMember, "start alles"), Does.Contain("gaat weer door"));
        Assert.That(await world.Get<Standstill>().IsOnAsync(default), Is.False);
    }

    [Test]
    public async Task Report_ForAReader_ShowsTheCurrentState()
    {
        var card = await world.SayAsync(world.Reader, "rapport");

        Assert.That(
            card,
            Does.Contain("Het gebruik is afgesproken: Ondernemingsraad, besluit 2026-03").And.Contain("Iedereen die meedoet")
                .And.Contain("Het logboek klopt"));
    }

    [Test]
    public async Task AuditLog_ForTheWorksCouncil_ShowsWhoLookedAndIsIntact()
    {
        await world.SayAsync(world.Reader, "rapport");

        Assert.That(
            await world.SayAsync(world.CouncilMember, "audit log"), Does.Contain(world.Reader.Name).And.Contain(
                "bekeek cijfers of een verslag in de chat").And.Not.Contain("ReportSeen").And.Contain("Het logboek klopt"));
    }

    [Test]
    public async Task RuleTest_OfTooFewPeople_RevealsNothing() =>
        Assert.That(
            await world.SayAsync(world.Admin, "regel test everybody"), Does.Contain("te weinig mensen").And.Not.Contain("Paren mogelijk"));

    [Test]
    public async Task Vote_WithoutAnOpenVote_SaysSo()
    {
        Assert.That(await world.SayAsync(world.Participant, "stem ja"), Does.Contain("Er is nu geen stemming"));
        Assert.That(await world.SayAsync(world.Participant, "vote"), Does.Contain("‘stem ja’ of ‘stem nee’"));
    }
}
