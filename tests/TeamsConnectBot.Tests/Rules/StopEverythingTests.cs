using TeamsConnectBot.Cards;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>After 'stop everything' nobody is nudged and nothing is lost, and agreed meetings go on.</summary>
internal sealed class StopEverythingTests : JoinedOfficeTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Stop_BeforeTheRound_HoldsItUntilRestart()
    {
        await World.SayAsync(World.Admin, "stop alles");
        await World.Inner.AdvanceToAsync(Monday.AddHours(11));
        Assert.That(await World.InvitationsAsync(), Is.Empty);

        await World.SayAsync(World.Admin, "start alles");
        await World.Inner.AdvanceToAsync(Monday.AddHours(13));

        Assert.That((await World.InvitationsAsync()).Count(row => row.SentAt is not null), Is.EqualTo(6));
    }

    [Test]
    public async Task Stop_ForWeeks_DropsMissedRoundsWithTheirReason()
    {
        await World.SayAsync(World.CouncilMember, "stop alles");
        await World.Inner.AdvanceToAsync(Monday.AddDays(14));
        await World.SayAsync(World.CouncilMember, "start alles");
        await World.Inner.AdvanceToAsync(Monday.AddDays(14).AddHours(13));

        var rounds = await World.Inner.ReadAsync(db => db.Rounds.OrderBy(round => round.Monday).ToListAsync());
        Assert.That(
            rounds.Take(2).Select(round => (round.State, round.NotAsked.ContainsKey("weekIsOver"))),
            Has.All.EqualTo((RoundState.Settled, true)));
        Assert.That(rounds, Has.Count.EqualTo(3));
        Assert.That(await World.InvitationsAsync(), Has.Count.EqualTo(6));
    }

    [Test]
    public async Task Stop_WithInvitationsQueued_HoldsThemAndDropsLateOnes()
    {
        // Simulates a round that starts before working hours: its messages are queued for later.
        await World.Inner.AdvanceToAsync(Monday.AddHours(8).AddMinutes(1));
        await World.Inner.WriteAsync(async db =>
        {
            foreach (var message in await db.Messages.Where(row => row.Kind == MessageKind.Invitation).ToListAsync())
            {
                (message.State, message.DueAt) = (MessageState.Planned, message.DueAt + NodaTime.Duration.FromHours(4));
            }
        });
        var sent = World.Inner.People.Sum(person => World.Inner.FromBot(person).Count);

        await World.SayAsync(World.Admin, "stop alles");
        await World.Inner.AdvanceToAsync(Monday.AddDays(1).AddHours(20));
        Assert.That(
            World.Inner.People.Sum(person => World.Inner.FromBot(person).Count),
            Is.EqualTo(sent + 1), "only the reply to the command may be sent");

        await World.SayAsync(World.Admin, "start alles");
        await World.Inner.AdvanceToAsync(Monday.AddDays(1).AddHours(22));
        var messages = await World.Inner.ReadAsync(db => db.Messages.Where(row => row.Kind == MessageKind.Invitation).ToListAsync());
        Assert.That(messages.Select(row => (row.State, row.Failure)), Has.All.EqualTo((MessageState.Dropped, "noLongerWanted")));
    }

    [Test]
    public async Task Stop_BeforeSettling_MatchesNobodyUntilRestart()
    {
        await World.Inner.AdvanceToAsync(FirstRound.Invited);
        foreach (var person in World.Inner.People.Take(5))
        {
            await FirstRound.SayYesAsync(World.Inner, person);
        }

        await World.SayAsync(World.Admin, "stop alles");
        await World.Inner.AdvanceToAsync(Monday.AddDays(1).AddHours(12));
        Assert.That(await World.Inner.ReadAsync(db => db.Meetings.CountAsync()), Is.Zero);

        await World.SayAsync(World.Admin, "start alles");
        await World.Inner.AdvanceToAsync(Monday.AddDays(1).AddHours(13));
        Assert.That(await World.Inner.ReadAsync(db => db.Meetings.CountAsync()), Is.GreaterThan(0));
    }

    [Test]
    public async Task Stop_AfterSettling_LeavesMeetingsAlone()
    {
        await World.Inner.AdvanceToAsync(FirstRound.Invited);
        foreach (var person in World.Inner.People)
        {
            await FirstRound.SayYesAsync(World.Inner, person);
        }

        await World.Inner.AdvanceToAsync(FirstRound.Settled);
        await World.SayAsync(World.Admin, "stop alles");
        await World.Inner.AdvanceToAsync(Monday.AddDays(6));

        Assert.That(
            await World.Inner.ReadAsync(db => db.Meetings.Select(row => row.State).Distinct().ToListAsync()),
            Is.EqualTo(new[] { MeetingState.Over }));
        Assert.That(
            World.Inner.FromBot(World.Participant).Any(message => message.CardJson is { } card && CardView.Has(card, Verbs.DidMeet)));
    }
}
