using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>What happens to a ritual that sinks three times running, and whose calendar is looked at for it.</summary>
internal sealed class ProtectionTests
{
    private const int Enough = 5;

    private readonly ConcurrentBag<(string Name, Instant From, Instant To)> asked = [];
    private RitualWorld world = null!;

    [SetUp]
    public void Forget() => asked.Clear();

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task SunkThreeTimes_TheTeamIsAskedInSecret_AndNoCalendarIsRead()
    {
        await StartAsync(Enough);
        await world.UntilAsync(3, 20, 17);

        Assert.That(Texts(), Has.Exactly(1).Contains("Komt Vrijdagkoffie nog goed uit?").And.None.Contains("komt niet meer goed uit"));
        Assert.That(asked, Is.Empty);
    }

    [Test]
    public async Task SomeCameEachTime_NobodyIsAsked()
    {
        await StartAsync(Enough);
        foreach (var day in new[] { 5, 12, 19 })
        {
            await world.UntilAsync(3, day, 16);
            await world.ClickAsync(world.Owner, "occurrence.come");
            await world.ClickAsync(world.Member, "occurrence.come");
        }

        await world.UntilAsync(3, 20, 17);
        Assert.That(Texts(), Has.None.Contains("Komt Vrijdagkoffie nog goed uit?"));
    }

    [Test]
    public async Task SaysNo_GetsOneNote_WithThreeTimesOrAnEnd_AndNoNumbersOrNames()
    {
        await StartAsync(Enough);
        await SayNoAsync();

        var notes = Texts().Where(text => text.Contains("komt niet meer goed uit", StringComparison.Ordinal)).ToList();
        Assert.That(notes, Has.Count.EqualTo(1));
        Assert.That(notes[0].Split('\n').Count(line => line.StartsWith("elke vrijdag", StringComparison.Ordinal)), Is.EqualTo(3));
        Assert.That(notes[0], Does.Contain("Ermee stoppen"));
        Assert.That(world.World.People.Where(person => notes[0].Contains(person.Name, StringComparison.Ordinal)), Is.Empty);
        Assert.That(await world.World.ReadAsync(db => db.Votes.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task SaysYes_NoCalendarIsRead()
    {
        await StartAsync(Enough);
        await VoteAsync("vote.yes");

        Assert.That(Texts(), Has.None.Contains("komt niet meer goed uit"));
        Assert.That(asked, Is.Empty);
    }

    [Test]
    public async Task Note_BetterTimeChosenByTheOwner_MovesTheRitual_AndAMemberCannot()
    {
        await StartAsync(Enough);
        await SayNoAsync();

        Assert.That(await world.ClickTextAsync(world.Member, "ritual.option1"), Does.Contain("eigenaren"));
        Assert.That(await world.ClickTextAsync(world.Owner, "ritual.option1"), Does.Contain("is verplaatst"));
        Assert.That((await world.RitualsAsync()).Single().Plan.At, Is.Not.EqualTo(new LocalTime(15, 30)));
    }

    [Test]
    public async Task Suggestions_AreTimesAtWhichTheyAreFree()
    {
        // Fridays are full from nine to five, and so are the mornings of Monday and Tuesday.
        await StartAsync(Enough, (day, zone) => day.DayOfWeek switch
        {
            IsoDayOfWeek.Friday => [new BusyBlock(At(day, 9, zone), At(day, 13, zone), BusyStatus.Busy), new BusyBlock(At(day, 13, zone), At(day, 17, zone), BusyStatus.Busy)],
            IsoDayOfWeek.Monday or IsoDayOfWeek.Tuesday => [new BusyBlock(At(day, 8, zone), At(day, 13, zone), BusyStatus.Busy)],
            _ => [],
        });
        await SayNoAsync();

        var note = Texts().Single(text => text.Contains("komt niet meer goed uit", StringComparison.Ordinal));
        Assert.That(
            note.Split('\n').Where(line => line.StartsWith("elke ", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "elke maandag 15:30–16:00", "elke maandag 13:30–14:00", "elke maandag 14:30–15:00" }));
    }

    [Test]
    public async Task Calendars_AreReadOnce_FourWeeksAhead_OnlyOfThoseWhoAllowedIt_AndNeverOfSomebodyWhoPauses()
    {
        // One more than enough allow it, and of those one pauses.
        await StartAsync(Enough + 1);
        var pausing = world.World.People[0];
        await world.World.JoinAsync(pausing, gaps: false);
        await world.World.SayAsync(pausing, "pauze tot 1 mei");
        await SayNoAsync();

        var now = Instant.FromDateTimeOffset(world.World.Clock.Now);
        Assert.That(asked.Select(each => each.Name), Is.EquivalentTo(world.World.People.Skip(1).Take(Enough).Select(person => person.Name)));
        Assert.That(asked.Select(each => each.To - each.From), Has.All.LessThanOrEqualTo(Duration.FromDays(28)));
        Assert.That(asked.Select(each => each.From), Has.All.InRange(now - Duration.FromDays(2), now));
    }

    [Test]
    public async Task TooFewWhoAllowedIt_NoCalendarIsRead_AndUsualTimesAreOffered()
    {
        await StartAsync(Enough - 1);
        await SayNoAsync();

        Assert.That(Texts(), Has.Exactly(1).Contains("komt niet meer goed uit"));
        Assert.That(asked, Is.Empty);
    }

    private async Task SayNoAsync() => await VoteAsync("vote.no");

    private async Task VoteAsync(string verb)
    {
        await world.UntilAsync(3, 20, 17);
        foreach (var person in world.World.People.Take(3))
        {
            await world.ClickAsync(person, verb);
        }

        await world.UntilAsync(3, 23, 7);
    }

    // Nobody has the app; everybody takes part in the ritual, and the first of them allow their calendar for it.
    private async Task StartAsync(int allowing, Func<LocalDate, DateTimeZone, IEnumerable<BusyBlock>>? busy = null)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var blocks = Enumerable.Range(0, 100).SelectMany(day => busy?.Invoke(new LocalDate(2026, 3, 2).PlusDays(day), zone) ?? []).ToImmutableArray();
        world = await RitualWorld.StartAsync(
            people: 7,
            change: organisation => organisation with
            {
                BusyTime = (person, from, to) =>
                {
                    asked.Add((person.Name, from, to));
                    return blocks.Where(block => block.Start < to && from < block.End);
                },
            },
            settings: new Dictionary<string, string> { ["Rituals:GroupMinimum"] = "5" });
        var ritual = await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.JoinAsync(ritual, true, [.. world.World.People.Take(allowing)]);
        await world.JoinAsync(ritual, false, [.. world.World.People.Skip(allowing)]);
    }

    private List<string> Texts() => [.. world.FromBot.Select(message => CardText.Of(message.CardJson))];

    private static Instant At(LocalDate day, int hour, DateTimeZone zone) => day.At(new LocalTime(hour, 0)).InZoneStrictly(zone).ToInstant();
}
