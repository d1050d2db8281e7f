using Microsoft.EntityFrameworkCore;
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
