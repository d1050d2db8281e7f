namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Nobody came three Fridays in a row and the team voted no: whose calendars are read then, and what for.</summary>
internal sealed class ProtectionTests : ProtectedRitualTests
{
    private RitualWorld world = null!;

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Suggestions_FromCalendars_AreTimesWhenMembersAreFree()
    {
        // Fridays are full from nine to five, and so are the mornings of Monday and Tuesday.
        await StartAsync(GroupMinimum, day => day.DayOfWeek switch
        {
            IsoDayOfWeek.Friday =>
            [
                new BusyBlock(At(day, 9), At(day, 13), BusyStatus.Busy),
                new BusyBlock(At(day, 13), At(day, 17), BusyStatus.Busy),
            ],
            IsoDayOfWeek.Monday or IsoDayOfWeek.Tuesday => [new BusyBlock(At(day, 8), At(day, 13), BusyStatus.Busy)],
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
            CalendarsRead.Select(each => each.Name),
            Is.EquivalentTo(world.World.People.Skip(1).Take(GroupMinimum).Select(person => person.Name)));
        Assert.That(CalendarsRead.Select(each => each.To - each.From), Has.All.LessThanOrEqualTo(Duration.FromDays(28)));
        Assert.That(CalendarsRead.Select(each => each.From), Has.All.InRange(now - Duration.FromDays(2), now));
    }

    private async Task StartAsync(int allowing, Func<LocalDate, IEnumerable<BusyBlock>>? busy = null)
    {
        world = await StartTeamAsync(busy);
        await PlanAsync(world, "Vrijdagkoffie elke vrijdag 15:30", allowing);
    }

    private async Task SayNoAsync()
    {
        await world.UntilAsync(3, 20, 17);
        await VoteAsync(world, "vote.no");
        await world.UntilAsync(3, 23, 18);
    }

    private static Instant At(LocalDate day, int hour) => day.At(new LocalTime(hour, 0)).InZoneStrictly(Amsterdam).ToInstant();
}
