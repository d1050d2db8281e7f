using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>What happens to a ritual that sinks three times running.</summary>
internal sealed class ProtectionTests
{
    private RitualWorld world = null!;

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task PlannedOverThreeTimes_GetsOneNote_WithThreeTimesOrAnEnd_AndNoNumbersOrNames()
    {
        world = await StartAsync(Enough, busy: true);
        await world.UntilAsync(3, 20, 17);

        var notes = world.FromBot.Select(message => CardText.Of(message.CardJson)).Where(text => text.Contains("komt niet meer goed uit", StringComparison.Ordinal)).ToList();
        Assert.That(notes, Has.Count.EqualTo(1));
        Assert.That(notes[0].Split('\n').Count(line => line.StartsWith("elke vrijdag", StringComparison.Ordinal)), Is.EqualTo(3));
        Assert.That(notes[0], Does.Contain("Ermee stoppen"));
        Assert.That(world.World.People.Where(person => notes[0].Contains(person.Name, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Note_BetterTimeChosenByTheOwner_MovesTheRitual_AndAMemberCannot()
    {
        world = await StartAsync(Enough, busy: true);
        await world.UntilAsync(3, 20, 17);

        Assert.That(await world.ClickTextAsync(world.Member, "ritual.option1"), Does.Contain("eigenaren"));
        Assert.That(await world.ClickTextAsync(world.Owner, "ritual.option1"), Does.Contain("is verplaatst"));
        Assert.That((await world.RitualsAsync()).Single().Plan.At, Is.Not.EqualTo(new LocalTime(15, 30)));
    }

    [Test]
    public async Task Suggestions_AreTimesAtWhichTheyAreFree()
    {
        // Fridays are full from nine to five, and so are the mornings of Monday and Tuesday.
        world = await StartAsync(Enough, (day, zone) => day.DayOfWeek switch
        {
            IsoDayOfWeek.Friday => [new BusyBlock(At(day, 9, zone), At(day, 13, zone), BusyStatus.Busy), new BusyBlock(At(day, 13, zone), At(day, 17, zone), BusyStatus.Busy)],
            IsoDayOfWeek.Monday or IsoDayOfWeek.Tuesday => [new BusyBlock(At(day, 8, zone), At(day, 13, zone), BusyStatus.Busy)],
            _ => [],
        });
        await world.UntilAsync(3, 20, 17);

        var note = world.FromBot.Select(message => CardText.Of(message.CardJson)).Single(text => text.Contains("komt niet meer goed uit", StringComparison.Ordinal));
        Assert.That(
            note.Split('\n').Where(line => line.StartsWith("elke ", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "elke maandag 15:30–16:00", "elke maandag 13:30–14:00", "elke maandag 14:30–15:00" }));
    }

    [Test]
    public async Task OnLeave_IsNotPlanningOver()
    {
        world = await StartAsync(Enough, (day, zone) => [new BusyBlock(At(day, 0, zone), At(day.PlusDays(1), 0, zone), BusyStatus.Oof, AllDay: true)]);
        await world.UntilAsync(3, 20, 17);

        Assert.That(world.FromBot.Select(message => CardText.Of(message.CardJson)), Has.None.Contains("komt niet meer goed uit"));
    }

    [Test]
    public async Task NotPlannedOver_GetsNoNote()
    {
        world = await StartAsync(Enough, busy: false);
        await world.UntilAsync(4, 10, 17);

        Assert.That(world.FromBot.Select(message => CardText.Of(message.CardJson)), Has.None.Contains("komt niet meer goed uit").And.None.Contains("Komt Vrijdagkoffie nog goed uit?"));
    }

    [Test]
    public async Task TooFewWhoAllowedIt_NothingIsJudgedFromCalendars_TheTeamIsAskedInSecret()
    {
        world = await StartAsync(Enough - 1, busy: true);
        await world.UntilAsync(3, 20, 17);
        Assert.That(world.FromBot.Select(message => CardText.Of(message.CardJson)), Has.Exactly(1).Contains("Komt Vrijdagkoffie nog goed uit?").And.None.Contains("komt niet meer goed uit"));

        foreach (var person in world.World.People.Take(3))
        {
            await world.ClickAsync(person, "vote.no");
        }

        await world.UntilAsync(3, 23, 17);
        Assert.That(world.FromBot.Select(message => CardText.Of(message.CardJson)), Has.Exactly(1).Contains("komt niet meer goed uit"));
        Assert.That(await world.World.ReadAsync(db => db.Votes.CountAsync()), Is.Zero);
    }

    private const int Enough = 5;

    // People with other plans every Friday afternoon, or with none.
    private static Task<RitualWorld> StartAsync(int allowing, bool busy) => StartAsync(
        allowing, (day, zone) => busy && day.DayOfWeek == IsoDayOfWeek.Friday ? [new BusyBlock(At(day, 15, zone), At(day, 16, zone), BusyStatus.Busy)] : []);

    private static async Task<RitualWorld> StartAsync(int allowing, Func<LocalDate, DateTimeZone, IEnumerable<BusyBlock>> busy)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var blocks = Enumerable.Range(0, 100).SelectMany(day => busy(new LocalDate(2026, 3, 2).PlusDays(day), zone)).ToImmutableArray();
        var started = await RitualWorld.StartAsync(
            people: 6,
            change: organisation => organisation with
            {
                BusyTime = (_, from, to) => blocks.Where(block => block.Start < to && from < block.End),
            },
            settings: new Dictionary<string, string> { ["Rituals:GroupMinimum"] = "5" });
        foreach (var person in started.World.People)
        {
            await started.World.JoinAsync(person, gaps: started.World.People.ToList().IndexOf(person) < allowing);
        }

        await started.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        return started;
    }

    private static Instant At(LocalDate day, int hour, DateTimeZone zone) => day.At(new LocalTime(hour, 0)).InZoneStrictly(zone).ToInstant();
}
