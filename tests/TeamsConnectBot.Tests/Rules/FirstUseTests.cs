using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>Nobody is invited before the use of the app has been approved.</summary>
internal sealed class FirstUseTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task FirstUse_WithoutApproval_HoldsNoRoundUntilApproved()
    {
        await using var world = await StartAsync("WorksCouncil");
        var firstUse = world.Get<FirstUseDecision>();
        await world.Inner.AdvanceToAsync(Monday.AddHours(12));
        Assert.That(await RoundsAsync(world), Is.Zero);
        Assert.That(world.Inner.Log.All, Has.Some.Contains("its use has not been agreed to yet"));

        Assert.That((await firstUse.DecideAsync(true, true, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.NotAllowed));
        Assert.That(
            (await firstUse.DecideAsync(true, countsAsWorkingTime: false, world.CouncilActor, default)).Problems.Single().Field,
            Is.EqualTo("countsAsWorkingTime"));
        Assert.That((await firstUse.DecideAsync(true, true, world.CouncilActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.Done));
        await world.Inner.AdvanceToAsync(Monday.AddDays(7).AddHours(12));

        Assert.That(await RoundsAsync(world), Is.EqualTo(1));
        Assert.That((await firstUse.StatusAsync(default)).By, Is.EqualTo(world.CouncilMember.Name));
    }

    [Test]
    public async Task SecretVote_PerPerson_CountsOnceAndDecides()
    {
        await using var world = await StartAsync("Vote");
        Assert.That(
            (await world.Get<FirstUseDecision>().DecideAsync(true, true, world.CouncilActor, default)).Kind,
            Is.EqualTo(RuleOutcomeKind.NotAllowed));
        Assert.That((await OpenVoteAsync(world)).Kind, Is.EqualTo(RuleOutcomeKind.Done));

        Assert.That(await world.SayAsync(world.Participant, "stem ja"), Does.Contain("Je stem is geteld"));
        Assert.That(await world.SayAsync(world.Participant, "stem nee"), Does.Contain("Je hebt al gestemd"));
        await world.SayAsync(world.Reader, "vote yes");
        await world.SayAsync(world.Admin, "stem nee");
        Assert.That(await world.Inner.ReadAsync(db => db.Voters.CountAsync()), Is.EqualTo(3));
        Assert.That(await StateAsync(world), Is.EqualTo(FirstUseState.Voting));

        await world.Inner.AdvanceToAsync(Monday.AddDays(7).AddHours(12));
        Assert.That(await StateAsync(world), Is.EqualTo(FirstUseState.Approved));
        Assert.That(await world.SayAsync(world.Reader, "rapport"), Does.Contain("Na de stemming van").And.Not.Contain("Vote"));
        Assert.That(await world.Inner.ReadAsync(db => db.Voters.CountAsync()), Is.Zero, "voters are forgotten");
        Assert.That(await RoundsAsync(world), Is.EqualTo(1));
        Assert.That((await OpenVoteAsync(world)).Kind, Is.EqualTo(RuleOutcomeKind.Invalid), "a vote cannot be repeated at once");
    }

    [Test]
    public async Task SecretVote_Opened_ReachesParticipantsInWorkingHoursAndTakesOneClick()
    {
        await using var world = await StartAsync("Vote");
        await OpenVoteAsync(world);
        await world.Inner.AdvanceToAsync(Monday.AddHours(7.5));
        Assert.That(
            world.Inner.People.SelectMany(world.Inner.FromBot).Select(message => message.CardJson),
            Has.None.Contains(Verbs.UseVoteYes), "half past eight is before working hours");
        await world.Inner.AdvanceToAsync(Monday.AddHours(8.5));
        var cards = world.Inner.People.Select(person => world.Inner.FromBot(person)[^1]).ToList();
        Assert.That(
            cards.Select(card => card.CardJson), Has.All.Contains(Verbs.UseVoteYes).And.All.Contains("Gaan we deze app gebruiken?"));

        var clicked = await world.Inner.ClickAsync(world.Participant, Verbs.UseVoteYes);
        var again = await world.Inner.ClickAsync(world.Participant, cards[3], cards[3].CardJson!, Verbs.UseVoteNo);
        Assert.That(new[] { clicked, again.CardJson }, Has.All.Contains("Je stem is geteld").And.None.Contains(Verbs.UseVoteYes));
        Assert.That(
            await world.Inner.ReadAsync(db => db.FirstUses.Select(row => new { row.Yes, row.No }).SingleAsync()),
            Is.EqualTo(new { Yes = 1, No = 0 }), "a second click does not count");

        foreach (var person in world.Inner.People.Where(person => person != world.Participant))
        {
            await world.Inner.ClickAsync(person, Verbs.UseVoteYes);
        }

        await world.Inner.AdvanceToAsync(Monday.AddDays(6));
        Assert.That(
            world.Inner.People.Zip(cards, (person, card) => world.Inner.FromBot(person).Single(message => message.Id == card.Id).CardJson),
            Has.All.Contains("deze app wordt gebruikt"));
    }

    [Test]
    public async Task SecretVote_OfSomebodyWhoStopped_DoesNotCount()
    {
        await using var world = await StartAsync("Vote");
        await OpenVoteAsync(world);
        await world.Inner.AdvanceToAsync(Monday.AddHours(9));
        var card = world.Inner.FromBot(world.Participant)[^1];
        await world.SayAsync(world.Participant, "stop");

        var answer = await world.Inner.ClickAsync(world.Participant, card, card.CardJson!, Verbs.UseVoteYes);

        Assert.That(answer.CardJson, Does.Contain(Texts.For("nl").State.NotTakingPart.Heading));
        Assert.That(await world.Inner.ReadAsync(db => db.FirstUses.SumAsync(row => row.Yes + row.No)), Is.Zero);
    }

    [Test]
    public async Task SecretVote_OpenedInTheEvening_ReachesNobodyWhoStopsBeforeTheMorning()
    {
        await using var world = await StartAsync("Vote");
        await world.Inner.AdvanceToAsync(Monday.AddHours(20));
        await OpenVoteAsync(world);
        await world.SayAsync(world.Participant, "stop");
        await world.Inner.AdvanceToAsync(Monday.AddDays(1).AddHours(9));

        Assert.That(world.Inner.FromBot(world.Reader)[^1].CardJson, Does.Contain(Verbs.UseVoteYes));
        Assert.That(
            world.Inner.FromBot(world.Participant).Select(message => message.CardJson), Has.None.Contains(Verbs.UseVoteYes));
    }

    [Test]
    public async Task SecretVote_OfSomebodyErasedWhoJoinsAgain_CountsOnce()
    {
        await using var world = await StartAsync("Vote");
        await OpenVoteAsync(world);
        await world.SayAsync(world.Participant, "stem ja");
        await JoinAgainAsync(world, world.Participant);

        Assert.That(await world.SayAsync(world.Participant, "stem ja"), Does.Contain(Texts.For("nl").Office.Vote.JoinedLater));
        Assert.That(await world.SayAsync(world.Participant, "ja"), Does.Not.Contain(Verbs.UseVoteYes));
        Assert.That(
            await world.Inner.ReadAsync(db => db.FirstUses.Select(row => new { row.Yes, row.No }).SingleAsync()),
            Is.EqualTo(new { Yes = 1, No = 0 }));
    }

    [Test]
    public async Task SecretVote_WhoJoinedSinceItOpened_IsNotAmongThoseWhoCouldVote()
    {
        await using var world = await StartAsync("Vote");
        await OpenVoteAsync(world);
        await JoinAgainAsync(world, world.Participant);
        await JoinAgainAsync(world, world.Admin);
        await world.SayAsync(world.Reader, "stem ja");
        await world.SayAsync(world.CouncilMember, "stem ja");

        await world.Inner.AdvanceToAsync(Monday.AddDays(7).AddHours(12));

        Assert.That(await StateAsync(world), Is.EqualTo(FirstUseState.Approved), "two of the four who could vote did");
    }

    [Test]
    public async Task Participants_VoteNoLater_StopEverythingAndOnlyTheyCanRestart()
    {
        await using var world = await StartAsync("Vote");
        await VoteAsync(world, Verbs.UseVoteYes, () => OpenVoteAsync(world));
        Assert.That(await StateAsync(world), Is.EqualTo(FirstUseState.Approved));
        Assert.That(
            await world.SayAsync(world.Participant, "stop alles"), Does.Contain("in de laatste 30 dagen"), "at most once in 30 days");

        await BackdateLastVoteAsync(world);
        await world.Get<EverythingStop>().StopAsync(world.AdminActor, default);
        await VoteAsync(world, Verbs.UseVoteNo, () => world.SayAsync(world.Participant, "stop alles"));
        Assert.That(
            world.Inner.FromBot(world.Participant).Select(message => message.CardJson),
            Has.Some.Contains("Iedereen die meedoet krijgt nu de vraag"));
        Assert.That(
            (await world.Get<EverythingStop>().CurrentAsync(default))?.ByWorksCouncil, Is.True, "the vote's stop replaces the admin's");
        Assert.That(
            (await world.Audit.ReadAsync(null, 50, default)).Select(entry => entry.ActorId),
            Has.None.EqualTo(world.Participant.ObjectId.ToString()), "who asked is not stored");
        Assert.That((await world.Get<EverythingStop>().StartAsync(world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.NotAllowed));

        Assert.That(
            await world.SayAsync(world.Admin, "start alles"),
            Does.Contain("Alleen een nieuwe stemming zet het weer aan").And.Not.Contain("ondernemingsraad"));

        await BackdateLastVoteAsync(world);
        Assert.That(
            await world.SayAsync(world.Participant, "stop alles"),
            Does.Contain("nog niet afgesproken"), "without approval there is nothing to ask about");
        await VoteAsync(world, Verbs.UseVoteYes, () => OpenVoteAsync(world));
        Assert.That(await world.Get<Standstill>().IsOnAsync(default), Is.False);
    }

    [TestCase(0, 0)]
    [TestCase(0, 2)]
    [TestCase(2, 2)]
    public async Task Participants_MostlySilent_ChangeNothing(int yes, int no)
    {
        await using var world = await StartAsync("Vote", agreedBy: "Directie, besluit 2026-3");
        await VoteAsync(world, [.. Enumerable.Repeat(Verbs.UseVoteYes, yes), .. Enumerable.Repeat(Verbs.UseVoteNo, no)], async () =>
        {
            await world.SayAsync(world.Participant, "stop alles");
            Assert.That(await StateAsync(world), Is.EqualTo(FirstUseState.Approved), "the approval holds during the vote");
        });

        Assert.That(await StateAsync(world), Is.EqualTo(FirstUseState.Approved));
        Assert.That(await world.Get<Standstill>().IsOnAsync(default), Is.False);
        Assert.That(
            world.Inner.FromBot(world.Participant).Select(message => message.CardJson),
            Has.Some.Contains("De stemming is voorbij; deze app wordt gebruikt.").And.None.Contains("uitkomst: "),
            "the card may not say that the participants decided");
    }

    private static async Task JoinAgainAsync(OfficeWorld world, Person person)
    {
        await world.Inner.AdvanceAsync(TimeSpan.FromMinutes(1));
        await world.Inner.EraseAndJoinAgainAsync(person);
    }

    private static Task<RuleOutcome> OpenVoteAsync(OfficeWorld world) =>
        world.Get<VoteOpening>().OpenAsync(true, world.AdminActor, default);

    private static async Task<FirstUseState> StateAsync(OfficeWorld world) =>
        (await world.Get<FirstUseDecision>().StatusAsync(default)).State;

    /// <summary>Backdates the last vote by months; letting a month pass would take many rounds.</summary>
    private static Task BackdateLastVoteAsync(OfficeWorld world) => world.Inner.WriteAsync(db =>
        db.FirstUses.ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedAt, row => Instant.FromUtc(2025, 11, 3, 0, 0))));

    private static Task VoteAsync(OfficeWorld world, string verb, Func<Task> open) =>
        VoteAsync(world, [.. world.Inner.People.Select(_ => verb)], open);

    /// <summary>Opens a vote in which the first people vote as listed; the others stay silent.</summary>
    private static async Task VoteAsync(OfficeWorld world, IReadOnlyList<string> verbs, Func<Task> open)
    {
        await open();
        await world.Inner.AdvanceAsync(TimeSpan.FromDays(3));
        foreach (var (person, verb) in world.Inner.People.Zip(verbs))
        {
            await world.Inner.ClickAsync(person, verb);
        }

        await world.Inner.AdvanceAsync(TimeSpan.FromDays(3));
    }

    private static async Task<OfficeWorld> StartAsync(string body, string agreedBy = "")
    {
        var world = await OfficeWorld.StartAsync(
            settings: new() { ["FirstUse:AgreedBy"] = agreedBy, ["FirstUse:Body"] = body, ["FirstUse:VoteDays"] = "4" });
        await world.JoinAllAsync();

        return world;
    }

    private static Task<int> RoundsAsync(OfficeWorld world) => world.Inner.ReadAsync(db => db.Rounds.CountAsync());
}
