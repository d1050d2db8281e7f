using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Each consent can be withdrawn separately, with immediate effect.</summary>
internal sealed class ConsentTests
{
    private PrivacyWorld world = null!;

    private Person Anna => world.People[0];

    private Person Bas => world.People[1];

    private static NodaTime.Instant? None => null;

    private long CalendarReads => world.Tenant.Tenant.Counters.Of("graph.getSchedule");

    [SetUp]
    public async Task StartAsync() => world = await PrivacyWorld.StartAsync(people: 3);

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task CalendarConsent_Withdrawn_NextRoundReadsNoCalendar()
    {
        await world.JoinAsync(Anna);
        await world.AdvanceToAsync(FirstRound.Invited);
        Assert.That(CalendarReads, Is.EqualTo(1));

        await ChangeAsync(allowGaps: false);
        await world.AdvanceAsync(TimeSpan.FromDays(7));

        Assert.That(await world.ReadAsync(db => db.Rounds.CountAsync()), Is.EqualTo(2));
        Assert.That(CalendarReads, Is.EqualTo(1));
    }

    [Test]
    public async Task CalendarConsent_NeverGiven_CalendarIsNeverRead()
    {
        await world.JoinAsync(Anna, gaps: false);

        await world.AdvanceToAsync(FirstRound.Invited);

        Assert.That(CalendarReads, Is.Zero);
        Assert.That(world.Tenant.Tenant.Counters.Of("graph.copilotReport"), Is.Zero);
    }

    [Test]
    public async Task AiUseConsent_Withdrawn_DeletesTheDaysAndTheFact()
    {
        await world.JoinAsync(Bas);
        await world.JoinAsync(Anna, aiUse: true);
        await world.SayAsync(Anna, "mijn week");
        await world.ClickAsync(Anna, Verbs.ReportALot);
        await world.AdvanceToAsync(FirstRound.Invited);
        Assert.That(await world.ReadAsync(db => db.AiUseDays.CountAsync()), Is.GreaterThan(3));
        Assert.That(await FactsAsync(), Does.Contain(NeedFactKind.AiUse));

        await ChangeAsync(allowAiUse: false);

        Assert.That(await world.ReadAsync(db => db.AiUseDays.CountAsync()), Is.Zero);
        Assert.That(await FactsAsync(), Does.Not.Contain(NeedFactKind.AiUse).And.Not.Empty);
    }

    [Test]
    public async Task Stop_WithdrawsEverythingAtOnce_AndKeepsTheParticipantsRow()
    {
        await FirstRound.MeetAsync(world, Anna, Bas, aiUse: true);
        var reads = CalendarReads;

        var card = await world.SayAsync(Anna, "stop");

        Assert.That(card, Does.Contain(Texts.For("nl").Stopped.Heading));
        var row = await world.ParticipantAsync(Anna);
        Assert.That((row.JoinedAt, row.GapsAllowedAt, row.OwnWordAllowedAt, row.SourcesAllowedAt), Is.EqualTo((None, None, None, None)));
        Assert.That(world.FromBot(Bas)[^1].CardJson, Does.Contain(Texts.For("nl").Off.Heading));

        var messages = world.FromBot(Anna).Count;
        await world.SayAsync(Bas, "stop");
        await world.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.That(CalendarReads, Is.EqualTo(reads));
        Assert.That(world.FromBot(Anna), Has.Count.EqualTo(messages));
    }

    [Test]
    public async Task Stop_DuringAPause_EndsThePause_AndAnOldCardCannotStartOne()
    {
        await world.JoinAsync(Anna);
        await world.SayAsync(Anna, "pauze");
        var pause = world.FromBot(Anna)[^1];
        var button = new CardView(pause.CardJson!).Button(Verbs.Resume);
        await world.SayAsync(Anna, "stop");
        var messages = world.FromBot(Anna).Count;

        await world.Tenant.Teams.ClickAsync(Anna, pause.Id, Verbs.PauseLonger, button, new JsonObject());
        await world.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.That(await world.ReadAsync(db => db.Participants.Select(row => row.PausedUntil).SingleAsync()), Is.Null);
        Assert.That(world.FromBot(Anna), Has.Count.EqualTo(messages), "no message may announce the end of a pause that no longer exists");
    }

    [Test]
    public async Task Why_AfterAnInvitation_ShowsTheStoredFacts()
    {
        await world.JoinAsync(Bas);
        await world.JoinAsync(Anna);
        await world.AdvanceToAsync(FirstRound.Invited);

        Assert.That(await world.SayAsync(Anna, "waarom"), Does.Contain(Texts.For("nl").Why.Facts.NoContactYet));
    }

    private async Task ChangeAsync(bool allowGaps = true, bool allowAiUse = true)
    {
        await world.SayAsync(Anna, "voorkeuren");
        await world.ClickAsync(Anna, Verbs.SavePreferences, new JsonObject
        {
            [Inputs.AllowGaps] = allowGaps ? "true" : "false",
            [Inputs.AllowAiUse] = allowAiUse ? "true" : "false",
        });
    }

    private async Task<List<NeedFactKind>> FactsAsync()
    {
        var invitation = await world.ReadAsync(db => db.Invitations.SingleAsync(row => row.PersonId == Anna.ObjectId.ToString()));
        return [.. invitation.Facts.Select(fact => fact.Kind)];
    }
}
