using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Each consent can be withdrawn separately, with immediate effect.</summary>
internal sealed class ConsentTests : OwnChatTests
{
    private static NodaTime.Instant? None => null;

    private long CalendarReads => World.Tenant.Tenant.Counters.Of("graph.getSchedule");

    protected override Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync(people: 3);

    [Test]
    public async Task CalendarConsent_Withdrawn_NextRoundReadsNoCalendar()
    {
        await World.JoinAsync(Anna);
        await World.AdvanceToAsync(FirstRound.Invited);
        Assert.That(CalendarReads, Is.EqualTo(1));

        await ChangeAsync(allowGaps: false);
        await World.AdvanceAsync(TimeSpan.FromDays(7));

        Assert.That(await World.ReadAsync(db => db.Rounds.CountAsync()), Is.EqualTo(2));
        Assert.That(CalendarReads, Is.EqualTo(1));
    }

    [Test]
    public async Task CalendarConsent_NeverGiven_CalendarIsNeverRead()
    {
        await World.JoinAsync(Anna, gaps: false);

        await World.AdvanceToAsync(FirstRound.Invited);

        Assert.That(CalendarReads, Is.Zero);
        Assert.That(World.Tenant.Tenant.Counters.Of("graph.copilotReport"), Is.Zero);
    }

    [Test]
    public async Task AiUseConsent_Withdrawn_DeletesTheDaysAndTheFact()
    {
        await World.JoinAsync(Bas);
        await World.JoinAsync(Anna, aiUse: true);
        await World.SayAsync(Anna, "mijn week");
        await World.ClickAsync(Anna, Verbs.ReportALot);
        await World.AdvanceToAsync(FirstRound.Invited);
        Assert.That(await World.ReadAsync(db => db.AiUseDays.CountAsync()), Is.GreaterThan(3));
        Assert.That(await FactsAsync(), Does.Contain(NeedFactKind.AiUse));

        await ChangeAsync(allowAiUse: false);

        Assert.That(await World.ReadAsync(db => db.AiUseDays.CountAsync()), Is.Zero);
        Assert.That(await FactsAsync(), Does.Not.Contain(NeedFactKind.AiUse).And.Not.Empty);
    }

    [Test]
    public async Task Stop_WithdrawsEverythingAtOnce_AndKeepsTheParticipantsRow()
    {
        await FirstRound.MeetAsync(World, Anna, Bas, aiUse: true);
        var reads = CalendarReads;

        var card = await World.SayAsync(Anna, "stop");

        Assert.That(card, Does.Contain(Texts.For("nl").Stopped.Heading));
        var row = await World.ParticipantAsync(Anna);
        Assert.That((row.JoinedAt, row.GapsAllowedAt, row.OwnWordAllowedAt, row.SourcesAllowedAt), Is.EqualTo((None, None, None, None)));
        Assert.That(World.FromBot(Bas)[^1].CardJson, Does.Contain(Texts.For("nl").Off.Heading));

        var messages = World.FromBot(Anna).Count;
        await World.SayAsync(Bas, "stop");
        await World.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.That(CalendarReads, Is.EqualTo(reads));
        Assert.That(World.FromBot(Anna), Has.Count.EqualTo(messages));
    }

    [Test]
    public async Task Stop_DuringAPause_EndsThePause_AndAnOldCardCannotStartOne()
    {
        await World.JoinAsync(Anna);
        await World.SayAsync(Anna, "pauze");
        var pause = World.FromBot(Anna)[^1];
        var button = new CardView(pause.CardJson!).Button(Verbs.Resume);
        await World.SayAsync(Anna, "stop");
        var messages = World.FromBot(Anna).Count;

        await World.Tenant.Teams.ClickAsync(Anna, pause.Id, Verbs.PauseLonger, button, new JsonObject());
        await World.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.That(await World.ReadAsync(db => db.Participants.Select(row => row.PausedUntil).SingleAsync()), Is.Null);
        Assert.That(World.FromBot(Anna), Has.Count.EqualTo(messages), "no message may announce the end of a pause that no longer exists");
    }

    [Test]
    public async Task Why_AfterAnInvitation_ShowsTheStoredFacts()
    {
        await World.JoinAsync(Bas);
        await World.JoinAsync(Anna);
        await World.AdvanceToAsync(FirstRound.Invited);

        Assert.That(await World.SayAsync(Anna, "waarom"), Does.Contain(Texts.For("nl").Why.Facts.NoContactYet));
    }

    private async Task ChangeAsync(bool allowGaps = true, bool allowAiUse = true)
    {
        await World.SayAsync(Anna, "voorkeuren");
        await World.ClickAsync(Anna, Verbs.SavePreferences, new JsonObject
        {
            [Inputs.AllowGaps] = allowGaps ? "true" : "false",
            [Inputs.AllowAiUse] = allowAiUse ? "true" : "false",
        });
    }

    private async Task<List<NeedFactKind>> FactsAsync()
    {
        var invitation = await World.ReadAsync(db => db.Invitations.SingleAsync(row => row.PersonId == Anna.ObjectId.ToString()));
        return [.. invitation.Facts.Select(fact => fact.Kind)];
    }
}
