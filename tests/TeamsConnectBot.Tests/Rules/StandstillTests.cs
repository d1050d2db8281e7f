using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Sandbox.Behaviour;
using Round = TeamsConnectBot.Tests.Privacy.Round;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>'Stop everything now': nothing nudges any more, nothing is lost, and what people agreed on goes on.</summary>
internal sealed class StandstillTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private OfficeWorld world = null!;

    [SetUp]
    public async Task StartAsync()
    {
        world = await OfficeWorld.StartAsync();
        foreach (var person in world.Inner.People)
        {
            await world.Inner.JoinAsync(person);
        }
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task BeforeTheRound_HoldsIt_AndItGoesOnWhereItStood()
    {
        await world.SayAsync(world.Admin, "stop alles");
        await world.Inner.AdvanceToAsync(Monday.AddHours(11));
        Assert.That(await world.InvitationsAsync(), Is.Empty);

        await world.SayAsync(world.Admin, "start alles");
        await world.Inner.AdvanceToAsync(Monday.AddHours(13));

        Assert.That((await world.InvitationsAsync()).Count(row => row.SentAt is not null), Is.EqualTo(6));
    }

    [Test]
    public async Task ForWeeks_DropsTheRoundsThatPassed_WithTheirReason()
    {
        await world.SayAsync(world.CouncilMember, "stop alles");
        await world.Inner.AdvanceToAsync(Monday.AddDays(14));
        await world.SayAsync(world.CouncilMember, "start alles");
        await world.Inner.AdvanceToAsync(Monday.AddDays(14).AddHours(13));

        var rounds = await world.Inner.ReadAsync(db => db.Rounds.OrderBy(round => round.Monday).ToListAsync());
        Assert.That(rounds.Take(2).Select(round => (round.State, round.NotAsked.ContainsKey("weekIsOver"))), Has.All.EqualTo((RoundState.Settled, true)));
        Assert.That(rounds, Has.Count.EqualTo(3));
        Assert.That(await world.InvitationsAsync(), Has.Count.EqualTo(6));
    }

    [Test]
    public async Task WithInvitationsQueued_HoldsThem_AndDropsThoseTooLate()
    {
        // The round comes before anybody is at work, so that its messages wait.
        await world.Inner.AdvanceToAsync(Monday.AddHours(8).AddMinutes(1));
        await world.Inner.WriteAsync(async db =>
        {
            foreach (var message in await db.Messages.Where(row => row.Kind == MessageKind.Invitation).ToListAsync())
            {
                (message.State, message.DueAt) = (MessageState.Planned, message.DueAt + NodaTime.Duration.FromHours(4));
            }
        });
        var sent = world.Inner.People.Sum(person => world.Inner.FromBot(person).Count);

        await world.SayAsync(world.Admin, "stop alles");
        await world.Inner.AdvanceToAsync(Monday.AddDays(1).AddHours(20));
        Assert.That(world.Inner.People.Sum(person => world.Inner.FromBot(person).Count), Is.EqualTo(sent + 1), "somebody was nudged");

        await world.SayAsync(world.Admin, "start alles");
        await world.Inner.AdvanceToAsync(Monday.AddDays(1).AddHours(22));
        var messages = await world.Inner.ReadAsync(db => db.Messages.Where(row => row.Kind == MessageKind.Invitation).ToListAsync());
        Assert.That(messages.Select(row => (row.State, row.Failure)), Has.All.EqualTo((MessageState.Dropped, "noLongerWanted")));
    }

    [Test]
    public async Task BeforeTheSettling_BringsNobodyTogether_UntilItGoesOn()
    {
        await world.Inner.AdvanceToAsync(Round.Invited);
        foreach (var person in world.Inner.People.Take(5))
        {
            await Round.SayYesAsync(world.Inner, person);
        }

        await world.SayAsync(world.Admin, "stop alles");
        await world.Inner.AdvanceToAsync(Monday.AddDays(1).AddHours(12));
        Assert.That(await world.Inner.ReadAsync(db => db.Connections.CountAsync()), Is.Zero);

        await world.SayAsync(world.Admin, "start alles");
        await world.Inner.AdvanceToAsync(Monday.AddDays(1).AddHours(13));
        Assert.That(await world.Inner.ReadAsync(db => db.Connections.CountAsync()), Is.GreaterThan(0));
    }

    [Test]
    public async Task AfterTheSettling_WhatPeopleAgreedOnGoesOn()
    {
        await world.Inner.AdvanceToAsync(Round.Invited);
        foreach (var person in world.Inner.People)
        {
            await Round.SayYesAsync(world.Inner, person);
        }

        await world.SayAsync(world.Admin, "stop alles");
        await world.Inner.AdvanceToAsync(Monday.AddDays(6));

        Assert.That(await world.Inner.ReadAsync(db => db.Connections.Select(row => row.State).Distinct().ToListAsync()), Is.EqualTo(new[] { ConnectionState.Over }));
        Assert.That(world.Inner.FromBot(world.Participant).Any(message => message.CardJson is { } card && new CardView(card).Has(Verbs.DidMeet)));
    }
}
