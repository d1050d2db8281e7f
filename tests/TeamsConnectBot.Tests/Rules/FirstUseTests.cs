using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Cards;
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
        var firstUse = world.Get<FirstUse>();
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
        Assert.That((await world.Get<FirstUse>().DecideAsync(true, true, world.CouncilActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.NotAllowed));
        Assert.That((await world.Get<SecretVote>().OpenAsync(true, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.Done));

        Assert.That(await world.SayAsync(world.Participant, "stem ja"), Does.Contain("Je stem is geteld"));
        Assert.That(await world.SayAsync(world.Participant, "stem nee"), Does.Contain("Je hebt al gestemd"));
        await world.SayAsync(world.Reader, "vote yes");
        await world.SayAsync(world.Admin, "stem nee");
        Assert.That(await world.Inner.ReadAsync(db => db.Voters.CountAsync()), Is.EqualTo(3));
        Assert.That((await world.Get<FirstUse>().StatusAsync(default)).State, Is.EqualTo(FirstUseState.Voting));

        await world.Inner.AdvanceToAsync(Monday.AddDays(7).AddHours(12));
        Assert.That((await world.Get<FirstUse>().StatusAsync(default)).State, Is.EqualTo(FirstUseState.Approved));
        Assert.That(await world.Inner.ReadAsync(db => db.Voters.CountAsync()), Is.Zero, "who voted is forgotten");
        Assert.That(await RoundsAsync(world), Is.EqualTo(1));
        Assert.That((await world.Get<SecretVote>().OpenAsync(true, world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.Invalid), "a vote again and again");
    }

    [Test]
    public async Task SecretVote_ReachesEverybodyWhoTakesPart_AndIsAnsweredByOneClick()
    {
        await using var world = await StartAsync("Vote");
        await world.Get<SecretVote>().OpenAsync(true, world.AdminActor, default);
        await world.Inner.AdvanceAsync(TimeSpan.FromMinutes(10));
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
        Assert.That(world.Inner.People.Zip(cards, (person, card) => world.Inner.FromBot(person).Single(message => message.Id == card.Id).CardJson), Has.All.Contains("zeiden ja"));
    }

    [Test]
    public async Task Participants_WhoVoteNoLater_StopEverything_AndOnlyTheyStartItAgain()
    {
        await using var world = await StartAsync("Vote");
        await VoteAsync(world, Verbs.UseVoteYes, () => world.Get<SecretVote>().OpenAsync(true, world.AdminActor, default));
        Assert.That((await world.Get<FirstUse>().StatusAsync(default)).State, Is.EqualTo(FirstUseState.Approved));
        Assert.That(await world.SayAsync(world.Participant, "stop alles"), Does.Contain("in de laatste 30 dagen"), "not over and over");

        await LongAgoAsync(world);
        await VoteAsync(world, Verbs.UseVoteNo, () => world.SayAsync(world.Participant, "stop alles"));
        Assert.That(world.Inner.FromBot(world.Participant).Select(message => message.CardJson), Has.Some.Contains("Iedereen die meedoet krijgt nu de vraag"));
        var stop = await world.Get<EverythingStop>().CurrentAsync(default);
        Assert.That(stop, Is.Not.Null);
        Assert.That((await world.Audit.ReadAsync(null, 50, default)).Select(entry => entry.ActorId), Has.None.EqualTo(world.Participant.ObjectId.ToString()), "who asked is kept nowhere");
        Assert.That((await world.Get<EverythingStop>().StartAsync(world.AdminActor, default)).Kind, Is.EqualTo(RuleOutcomeKind.NotAllowed));

        await LongAgoAsync(world);
        await VoteAsync(world, Verbs.UseVoteYes, () => world.Get<SecretVote>().OpenAsync(true, world.AdminActor, default));
        Assert.That(await world.Get<EverythingStop>().IsOnAsync(default), Is.False);
    }

    /// <summary>As if the last vote were of months ago: a month is many rounds.</summary>
    private static Task LongAgoAsync(OfficeWorld world) => world.Inner.WriteAsync(db =>
        db.FirstUses.ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedAt, row => Instant.FromUtc(2025, 11, 3, 0, 0))));

    private static async Task VoteAsync(OfficeWorld world, string verb, Func<Task> open)
    {
        await open();
        await world.Inner.AdvanceAsync(TimeSpan.FromMinutes(10));
        foreach (var person in world.Inner.People)
        {
            await world.Inner.ClickAsync(person, verb);
        }

        await world.Inner.AdvanceAsync(TimeSpan.FromDays(6));
    }

    private static async Task<OfficeWorld> StartAsync(string body)
    {
        var world = await OfficeWorld.StartAsync(settings: new() { ["FirstUse:AgreedBy"] = "", ["FirstUse:Body"] = body, ["FirstUse:VoteDays"] = "5" });
        foreach (var person in world.Inner.People)
        {
            await world.Inner.JoinAsync(person);
        }

        return world;
    }

    private static Task<int> RoundsAsync(OfficeWorld world) => world.Inner.ReadAsync(db => db.Rounds.CountAsync());
}
