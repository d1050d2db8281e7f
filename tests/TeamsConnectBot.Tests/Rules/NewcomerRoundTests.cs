using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>Rounds in an office where some people are new: when their hire dates are read, and what being new counts for.</summary>
internal sealed class NewcomerRoundTests
{
    [Test]
    public async Task HireDates_NeededByNoRuleInForce_AreNotRead()
    {
        await using var newcomers = await WithNewcomersAsync(new(2019, 2, 16));

        await newcomers.Inner.AdvanceToAsync(FirstRound.Invited);
        Assert.That(
            (await newcomers.InvitationsAsync()).SelectMany(row => row.Facts).Select(fact => fact.Kind),
            Has.None.EqualTo(NeedFactKind.Newcomer));

        await newcomers.Publishing.SwitchAsync("newcomers-first-month", true, newcomers.AdminActor, default);
        await newcomers.DecideAsync("newcomers-first-month", 1, approve: true);
        await newcomers.Inner.AdvanceToAsync(FirstRound.Invited.AddDays(7));

        var invitations = await newcomers.InvitationsAsync();
        string[] expected = [newcomers.Admin.ObjectId.ToString(), newcomers.CouncilMember.ObjectId.ToString()];
        Assert.That(invitations.Where(row => row.RuleId == "newcomers-first-month").Select(row => row.PersonId), Is.EquivalentTo(expected));
        Assert.That(
            invitations.Where(row => row.RuleId == "newcomers-first-month").SelectMany(row => row.Facts),
            Has.Some.Matches<NeedFact>(fact => fact is { Kind: NeedFactKind.Newcomer, Value: 21 }));
    }

    [Test]
    public async Task BeingNew_InARuleThatDoesNotSelectByIt_GivesNoPoints_WhateverOtherRulesAreOn()
    {
        // Too long ago for the rule about newcomers, but within the days that count as new by default.
        await using var newcomers = await WithNewcomersAsync(new(2026, 1, 19));
        await newcomers.Publishing.SwitchAsync("newcomers-first-month", true, newcomers.AdminActor, default);
        await newcomers.DecideAsync("newcomers-first-month", 1, approve: true);

        await newcomers.Inner.AdvanceToAsync(FirstRound.Invited);

        var facts = (await newcomers.InvitationsAsync()).ToLookup(
            row => row.RuleId, row => row.Facts.Any(fact => fact.Kind == NeedFactKind.Newcomer));
        Assert.That(facts["newcomers-first-month"], Is.Not.Empty.And.All.True);
        Assert.That(facts["everybody"], Is.Not.Empty.And.All.False);
    }

    /// <summary>An office in which the first two people are new.</summary>
    private static async Task<OfficeWorld> WithNewcomersAsync(NodaTime.LocalDate others)
    {
        var world = await OfficeWorld.StartAsync(change: organisation => organisation with
        {
            People =
            [
                .. organisation.People.Select(
                    (person, index) => person with { HiredOn = index < 2 ? new NodaTime.LocalDate(2026, 2, 16) : others }),
            ],
        });
        await world.JoinAllAsync();
        return world;
    }
}
