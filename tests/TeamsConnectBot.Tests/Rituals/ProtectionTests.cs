using System.Collections.Concurrent;
using System.Collections.Immutable;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>What happens when too few people come to a ritual three times in a row, and whose calendars are read for that.</summary>
internal sealed class ProtectionTests
{
    private const int GroupMinimum = 5;

    private readonly ConcurrentBag<(string Name, Instant From, Instant To)> calendarsRead = [];
    private RitualWorld world = null!;

    [SetUp]
    public void ForgetCalendarsRead() => calendarsRead.Clear();

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Ritual_TooFewCameThreeTimes_AsksTheTeamInSecretWithoutReadingCalendars()
    {
        await StartAsync(GroupMinimum);
        await world.UntilAsync(3, 20, 17);

        Assert.That(world.Texts, Has.Exactly(1).Contains("Komt Vrijdagkoffie nog goed uit?").And.None.Contains("komt niet meer goed uit"));
        Assert.That(calendarsRead, Is.Empty);
    }

    [Test]
    public async Task Ritual_SomeCameEachTime_AsksNobody()
    {
        await StartAsync(GroupMinimum);
        foreach (var day in new[] { 5, 12, 19 })
        {
            await world.UntilAsync(3, day, 16);
            await world.ClickAsync(world.Owner, "occurrence.come");
            await world.ClickAsync(world.Member, "occurrence.come");
        }

        await world.UntilAsync(3, 20, 17);
        Assert.That(world.Texts, Has.None.Contains("Komt Vrijdagkoffie nog goed uit?"));
    }

    [Test]
    public async Task Team_VotesNo_GetsOneNoteWithOptionsButNoNumbersOrNames()
    {
        await StartAsync(GroupMinimum);
        await SayNoAsync();

        var notes = world.Texts.Where(text => text.Contains("komt niet meer goed uit", StringComparison.Ordinal)).ToList();
        Assert.That(notes, Has.Count.EqualTo(1));
        Assert.That(notes[0].Split('\n').Count(line => line.StartsWith("elke vrijdag", StringComparison.Ordinal)), Is.EqualTo(3));
        Assert.That(notes[0], Does.Contain("Ermee stoppen"));
        Assert.That(world.World.People.Where(person => notes[0].Contains(person.Name, StringComparison.Ordinal)), Is.Empty);
        Assert.That(await world.World.ReadAsync(db => db.Votes.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Team_VotesYes_ReadsNoCalendar()
    {
        await StartAsync(GroupMinimum);
        await VoteAsync("vote.yes");

        Assert.That(world.Texts, Has.None.Contains("komt niet meer goed uit"));
        Assert.That(calendarsRead, Is.Empty);
    }

    [Test]
    public async Task Note_TimeChosenByTheOwner_MovesTheRitualAndAMemberCannot()
    {
        await StartAsync(GroupMinimum);
        await SayNoAsync();

        Assert.That(
            await world.ClickTextAsync(world.Member, "ritual.option1"),
            Does.Contain("Hierover beslissen de eigenaren van het team").And.Contain(world.Owner.Name)
                .And.Not.Contain("‘Vrijdagkoffie’ is voor"));
        Assert.That(await world.ClickTextAsync(world.Owner, "ritual.option1"), Does.Contain("is verplaatst"));
        Assert.That((await world.RitualsAsync()).Single().Plan.At, Is.Not.EqualTo(new LocalTime(15, 30)));
    }

    [Test]
    public async Task Suggestions_FromCalendars_AreTimesWhenMembersAreFree()
    {
        // Fridays are full from nine to five, and so are the mornings of Monday and Tuesday.
        await StartAsync(GroupMinimum, (day, zone) => day.DayOfWeek switch
        {
            IsoDayOfWeek.Friday =>
            [
                new BusyBlock(At(day, 9, zone), At(day, 13, zone), BusyStatus.Busy),
                new BusyBlock(At(day, 13, zone), At(day, 17, zone), BusyStatus.Busy),
            ],
            IsoDayOfWeek.Monday or IsoDayOfWeek.Tuesday => [new BusyBlock(At(day, 8, zone), At(day, 13, zone), BusyStatus.Busy)],
            _ => [],
        });
        await SayNoAsync();

        var note = world.Texts.Single(text => text.Contains("komt niet meer goed uit", StringComparison.Ordinal));
        Assert.That(
            note.Split('\n').Where(line => line.StartsWith("elke ", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "elke maandag 15:30–16:00", "elke maandag 13:30–14:00", "elke maandag 14:30–15:00" }));
    }

    [Test]
    public async Task Calendars_OfConsentingActiveMembers_AreReadOnceFourWeeksAhead()
    {
        // One person more than the minimum allows calendars to be read, and one of these people has paused.
        await StartAsync(GroupMinimum + 1);
        var pausing = world.World.People[0];
        await world.World.JoinAsync(pausing, gaps: false);
        await world.World.SayAsync(pausing, "pauze tot 1 mei");
        await SayNoAsync();

        var now = Instant.FromDateTimeOffset(world.World.Clock.Now);
        Assert.That(
            calendarsRead.Select(each => each.Name),
            Is.EquivalentTo(world.World.People.Skip(1).Take(GroupMinimum).Select(person => person.Name)));
        Assert.That(calendarsRead.Select(each => each.To - each.From), Has.All.LessThanOrEqualTo(Duration.FromDays(28)));
        Assert.That(calendarsRead.Select(each => each.From), Has.All.InRange(now - Duration.FromDays(2), now));
    }

    [Test]
    public async Task Suggestions_WithTooFewConsents_AreUsualTimesWithoutReadingCalendars()
    {
        await StartAsync(GroupMinimum - 1);
        await SayNoAsync();

        Assert.That(world.Texts, Has.Exactly(1).Contains("komt niet meer goed uit"));
        Assert.That(calendarsRead, Is.Empty);
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

    // Nobody has the app. Everybody takes part in the ritual, and the first ones allow it to use their calendar.
    private async Task StartAsync(int allowing, Func<LocalDate, DateTimeZone, IEnumerable<BusyBlock>>? busy = null)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var blocks = Enumerable.Range(0, 100).SelectMany(day => busy?.Invoke(new LocalDate(2026, 3, 2).PlusDays(day), zone) ?? [])
            .ToImmutableArray();
        world = await RitualWorld.StartAsync(
            people: 7,
            change: organisation => organisation with
            {
                BusyTime = (person, from, to) =>
                {
                    calendarsRead.Add((person.Name, from, to));
                    return blocks.Where(block => block.Start < to && from < block.End);
                },
            },
            settings: new Dictionary<string, string> { ["Rituals:GroupMinimum"] = "5", ["Rituals:GroupMinimumAgreedBy"] = "OR, 2026-14" });
        var ritual = await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.JoinAsync(ritual, true, [.. world.World.People.Take(allowing)]);
        await world.JoinAsync(ritual, false, [.. world.World.People.Skip(allowing)]);
    }

    private static Instant At(LocalDate day, int hour, DateTimeZone zone) =>
        day.At(new LocalTime(hour, 0)).InZoneStrictly(zone).ToInstant();
}
