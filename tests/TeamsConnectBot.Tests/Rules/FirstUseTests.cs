using TeamsConnectBot.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>Nobody is invited before somebody who may agree has agreed.</summary>
internal sealed class FirstUseTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task WithoutAgreement_NoRoundBegins_AndWithItTheNextOne()
    {
        await using var world = await StartAsync("WorksCouncil");
        var firstUse = world.Get<FirstUseDecision>();
        await world.Inner.AdvanceToAsync(Monday.AddHours(12));
        Assert.That(await RoundsAsync(world), Is.Zero);
        Assert.That(world.Inner.Log.All, Has.Some.Contains("its use has not been agreed to yet"));

        Assert.That((await firstUse.DecideAsync(true, true, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.NotAllowed));
        Assert.That((await firstUse.DecideAsync(true, countsAsWorkingTime: false, world.CouncilActor, default)).Problems.Single().Field, Is.EqualTo("countsAsWorkingTime"));
        Assert.That((await firstUse.DecideAsync(true, true, world.CouncilActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.Done));
        await world.Inner.AdvanceToAsync(Monday.AddDays(7).AddHours(12));

        Assert.That(await RoundsAsync(world), Is.EqualTo(1));
        Assert.That((await firstUse.StatusAsync(default)).By, Is.EqualTo(world.CouncilMember.Name));
    }

    [Test]
    public async Task SecretVote_CountsOnce_KeepsNoChoice_AndDecides()
    {
        await using var world = await StartAsync("Vote");
        Assert.That((await world.Get<FirstUseDecision>().DecideAsync(true, true, world.CouncilActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.NotAllowed));
        Assert.That((await world.Get<VoteOpening>().OpenAsync(true, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.Done));

        Assert.That(await world.SayAsync(world.Participant, "stem ja"), Does.Contain("Je stem is geteld"));
        Assert.That(await world.SayAsync(world.Participant, "stem nee"), Does.Contain("Je hebt al gestemd"));
        await world.SayAsync(world.Reader, "vote yes");
        await world.SayAsync(world.Admin, "stem nee");
        Assert.That(await world.Inner.ReadAsync(db => db.Voters.CountAsync()), Is.EqualTo(3));
        Assert.That((await world.Get<FirstUseDecision>().StatusAsync(default)).State, Is.EqualTo(FirstUseState.Voting));

        await world.Inner.AdvanceToAsync(Monday.AddDays(7).AddHours(12));
        Assert.That((await world.Get<FirstUseDecision>().StatusAsync(default)).State, Is.EqualTo(FirstUseState.Approved));
        Assert.That(await world.Inner.ReadAsync(db => db.Voters.CountAsync()), Is.Zero, "who voted is forgotten");
        Assert.That(await RoundsAsync(world), Is.EqualTo(1));
        Assert.That((await world.Get<VoteOpening>().OpenAsync(true, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.Invalid), "a vote again and again");
    }

    [Test]
    public async Task SecretVote_ReachesEverybodyWhoTakesPartInWorkingHours_AndIsAnsweredByOneClick()
    {
        await using var world = await StartAsync("Vote");
        await world.Get<VoteOpening>().OpenAsync(true, world.AdminActor, default);
        await world.Inner.AdvanceToAsync(Monday.AddHours(7.5));
        Assert.That(world.Inner.People.SelectMany(world.Inner.FromBot).Select(message => message.CardJson), Has.None.Contains(Verbs.UseVoteYes), "half past eight");
        await world.Inner.AdvanceToAsync(Monday.AddHours(8.5));
        var cards = world.Inner.People.Select(person => world.Inner.FromBot(person)[^1]).ToList();
        Assert.That(cards.Select(card => card.CardJson), Has.All.Contains(Verbs.UseVoteYes).And.All.Contains("Gaan we deze app gebruiken?"));

        var clicked = await world.Inner.ClickAsync(world.Participant, Verbs.UseVoteYes);
        var again = await world.Inner.ClickAsync(world.Participant, cards[3], cards[3].CardJson!, Verbs.UseVoteNo);
        Assert.That(new[] { clicked, again.CardJson }, Has.All.Contains("Je stem is geteld").And.None.Contains(Verbs.UseVoteYes));
        Assert.That(await world.Inner.ReadAsync(db => db.FirstUses.Select(row => new { row.Yes, row.No }).SingleAsync()), Is.EqualTo(new { Yes = 1, No = 0 }), "a second click counts for nothing");

        foreach (var person in world.Inner.People.Where(person => person != world.Participant))
        {
            await world.Inner.ClickAsync(person, Verbs.UseVoteYes);
        }

        await world.Inner.AdvanceToAsync(Monday.AddDays(6));
        Assert.That(world.Inner.People.Zip(cards, (person, card) => world.Inner.FromBot(person).Single(message => message.Id == card.Id).CardJson), Has.All.Contains("deze app wordt gebruikt"));
    }

    [Test]
    public async Task SecretVote_OfSomebodyWhoStopped_DoesNotCount()
    {
        await using var world = await StartAsync("Vote");
        await world.Get<VoteOpening>().OpenAsync(true, world.AdminActor, default);
        await world.Inner.AdvanceToAsync(Monday.AddHours(9));
        var card = world.Inner.FromBot(world.Participant)[^1];
        await world.SayAsync(world.Participant, "stop");

        var answer = await world.Inner.ClickAsync(world.Participant, card, card.CardJson!, Verbs.UseVoteYes);

        Assert.That(answer.CardJson, Does.Contain(Texts.For("nl").State.NotTakingPart.Heading));
        Assert.That(await world.Inner.ReadAsync(db => db.FirstUses.SumAsync(row => row.Yes + row.No)), Is.Zero);
    }

    [Test]
    public async Task Participants_WhoVoteNoLater_StopEverything_AndOnlyTheyStartItAgain()
    {
        await using var world = await StartAsync("Vote");
        await VoteAsync(world, Verbs.UseVoteYes, () => world.Get<VoteOpening>().OpenAsync(true, world.AdminActor, default));
        Assert.That((await world.Get<FirstUseDecision>().StatusAsync(default)).State, Is.EqualTo(FirstUseState.Approved));
        Assert.That(await world.SayAsync(world.Participant, "stop alles"), Does.Contain("in de laatste 30 dagen"), "not over and over");

        await LongAgoAsync(world);
        await world.Get<EverythingStop>().StopAsync(world.AdminActor, default);
        await VoteAsync(world, Verbs.UseVoteNo, () => world.SayAsync(world.Participant, "stop alles"));
        Assert.That(world.Inner.FromBot(world.Participant).Select(message => message.CardJson), Has.Some.Contains("Iedereen die meedoet krijgt nu de vraag"));
        Assert.That((await world.Get<EverythingStop>().CurrentAsync(default))?.ByWorksCouncil, Is.True, "theirs takes the place of the admin's");
        Assert.That((await world.Audit.ReadAsync(null, 50, default)).Select(entry => entry.ActorId), Has.None.EqualTo(world.Participant.ObjectId.ToString()), "who asked is kept nowhere");
        Assert.That((await world.Get<EverythingStop>().StartAsync(world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.NotAllowed));

        await LongAgoAsync(world);
        Assert.That(await world.SayAsync(world.Participant, "stop alles"), Does.Contain("nog niet afgesproken"), "nothing is in use that could be asked about");
        await VoteAsync(world, Verbs.UseVoteYes, () => world.Get<VoteOpening>().OpenAsync(true, world.AdminActor, default));
        Assert.That(await world.Get<Standstill>().IsOnAsync(default), Is.False);
    }

    [TestCase(0, 0)]
    [TestCase(0, 2)]
    [TestCase(2, 2)]
    public async Task Participants_WhoMostlySayNothing_ChangeNothing(int yes, int no)
    {
        await using var world = await StartAsync("Vote", agreedBy: "Directie, besluit 2026-3");
        await VoteAsync(world, [.. Enumerable.Repeat(Verbs.UseVoteYes, yes), .. Enumerable.Repeat(Verbs.UseVoteNo, no)], async () =>
        {
            await world.SayAsync(world.Participant, "stop alles");
            Assert.That((await world.Get<FirstUseDecision>().StatusAsync(default)).State, Is.EqualTo(FirstUseState.Approved), "what was agreed holds while they vote");
        });

        Assert.That((await world.Get<FirstUseDecision>().StatusAsync(default)).State, Is.EqualTo(FirstUseState.Approved));
        Assert.That(await world.Get<Standstill>().IsOnAsync(default), Is.False);
    }

    /// <summary>As if the last vote were of months ago: a month is many rounds.</summary>
    private static Task LongAgoAsync(OfficeWorld world) => world.Inner.WriteAsync(db =>
        db.FirstUses.ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedAt, row => Instant.FromUtc(2025, 11, 3, 0, 0))));

    private static Task VoteAsync(OfficeWorld world, string verb, Func<Task> open) => VoteAsync(world, [.. world.Inner.People.Select(_ => verb)], open);

    /// <summary>The first people vote, each as said; the others say nothing.</summary>
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
        var world = await OfficeWorld.StartAsync(settings: new() { ["FirstUse:AgreedBy"] = agreedBy, ["FirstUse:Body"] = body, ["FirstUse:VoteDays"] = "5" });
        foreach (var person in world.Inner.People)
        {
            await world.Inner.JoinAsync(person);
        }

        return world;
    }

    private static Task<int> RoundsAsync(OfficeWorld world) => world.Inner.ReadAsync(db => db.Rounds.CountAsync());
}
