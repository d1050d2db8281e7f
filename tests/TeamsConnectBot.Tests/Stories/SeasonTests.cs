using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Stories;

/// <summary>
/// After a meeting both may say 'three times'. Then the next two come about like any other meeting: by two yeses to invitations that name
/// nobody. Otherwise it ends by itself.
/// </summary>
internal sealed class SeasonTests : WorldTests
{
    // The repeat window lasts longer than a season, so that nothing but the season brings the two together.
    private static readonly (string, string)[] Pairs =
        [("Programme:Pools:0:OpenTables", "false"), ("Programme:Pools:0:RepeatWindow", "20")];

    [Test]
    public async Task Season_BothSayThreeTimesAndYes_MeetTwiceMoreAndThenItEnds()
    {
        var world = await MeetAsync();
        var (one, other) = (world.People[0], world.People[1]);
        Assert.That(
            world.CardOf(one).Text, Does.Contain("Ja, samen drie keer").And.Contain("Komt het er niet van, dan stopt het vanzelf."));
        var thanks = await world.ClickAsync(one, "didYouMeet.three");
        Assert.That(thanks.Text, Does.StartWith("Dank je, genoteerd. Kiest de ander dat ook"));
        Assert.That(
            (await world.ClickAsync(other, "didYouMeet.three")).Text, Does.StartWith("Thank you, noted. If the other chooses that too"),
            "the answer must not say whether the other has chosen it already");

        foreach (var (week, says) in new[] { (1, "the second of your three times"), (2, "the last of your three times") })
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week);
            var invitation = world.CardOf(other);
            Assert.That(invitation.Has("invitation.yes"), Is.True, $"week {week}");
            Assert.That(invitation.Json, Does.Not.Contain(one.Name), "an invitation names nobody");
            await world.SayYesAsync(world.People);
            await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1, week);
            Assert.That(world.CardOf(other).Text, Does.Contain(one.Name).And.Contain(says));

            await world.UntilAsync(IsoDayOfWeek.Saturday, 12, week: week);
            var asked = world.CardWith(one, "didYouMeet.yes");
            Assert.That(asked.Has("didYouMeet.enough"), Is.EqualTo(week == 1));
            Assert.That(asked.Has("didYouMeet.three"), Is.EqualTo(week == 2));
            await world.ClickAsync(one, "didYouMeet.yes");

            // What somebody answers must not count: the other one would see it in the number of the next time.
            await world.ClickAsync(other, week == 1 ? "didYouMeet.no" : "didYouMeet.yes");
        }

        var messages = world.People.Select(person => world.MessagesTo(person).Count).ToList();
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12, week: 3);
        Assert.That(
            world.People.Select(person => world.MessagesTo(person).Count), Is.EqualTo(messages), "the season has ended by itself");
        Assert.That(world.Report().Repeats, Is.Zero, "meetings of a season are not repeats");
    }

    [TestCase("didYouMeet.three", "didYouMeet.yes")]
    [TestCase("didYouMeet.three", null)]
    [TestCase("didYouMeet.yes", "didYouMeet.three")]
    public async Task Season_OnlyOneSaysThreeTimes_NothingFollows(string one, string? other)
    {
        var world = await MeetAsync();
        await world.ClickAsync(world.People[0], one);
        if (other is not null)
        {
            await world.ClickAsync(world.People[1], other);
        }

        var messages = world.People.Select(person => world.MessagesTo(person).Count).ToList();
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12, week: 2);
        Assert.That(world.People.Select(person => world.MessagesTo(person).Count), Is.EqualTo(messages));
    }

    [Test]
    public async Task Season_OneSaysItWasEnough_EndsWithoutTellingTheOther()
    {
        var world = await SecondTimeAsync();
        await world.ClickAsync(world.People[0], "didYouMeet.enough");
        await world.ClickAsync(world.People[1], "didYouMeet.yes");
        var messages = world.People.Select(person => world.MessagesTo(person).Count).ToList();
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12, week: 4);

        Assert.That(world.People.Select(person => world.MessagesTo(person).Count), Is.EqualTo(messages));
    }

    [Test]
    public async Task Season_NextTimeIsCalledOff_IsTriedAgainUntilItsWeeksAreOver()
    {
        var world = await MeetAsync();
        foreach (var person in world.People)
        {
            await world.ClickAsync(person, "didYouMeet.three");
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1, week: 1);
        await world.ClickAsync(world.People[0], "connection.cantMakeIt");
        await world.ClickAsync(world.People[0], "connection.callOff");
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 2);
        Assert.That(world.CardOf(world.People[1]).Has("invitation.yes"), Is.True);
        await world.SayYesAsync(world.People[1]);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1, week: 2);
        Assert.That(
            world.CardOf(world.People[1]).Text, Does.StartWith("It didn't work out this time").And.Not.Contain(world.People[0].Name),
            "somebody whose partner did not answer reads what everybody reads whose times could not be combined");

        await world.UntilAsync(IsoDayOfWeek.Monday, 8, 0, week: 9);
        var messages = world.People.Select(person => world.MessagesTo(person).Count).ToList();
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12, week: 10);
        Assert.That(world.People.Select(person => world.MessagesTo(person).Count), Is.EqualTo(messages), "eight weeks are over");
    }

    [Test]
    public async Task Season_OneIsInvitedEverySecondWeekOnly_WaitsForThatWeek()
    {
        var world = await MeetAsync();
        foreach (var person in world.People)
        {
            await world.ClickAsync(person, "didYouMeet.three");
        }

        var id = world.People[0].ObjectId.ToString();
        await world.Service.Services.GetRequiredService<Database>().WriteAsync(
            async db =>
            {
                var person = await db.Participants.SingleAsync(row => row.PersonId == id);
                person.Preferences = person.Preferences with { WeeksBetween = 2 };
            },
            CancellationToken.None);
        var messages = world.MessagesTo(world.People[0]).Count;
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12, week: 1);
        Assert.That(world.MessagesTo(world.People[0]), Has.Count.EqualTo(messages), "a season does not go over anybody's budget");

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 2);
        Assert.That(world.People.Select(person => world.CardOf(person).Has("invitation.yes")), Is.All.True);
    }

    [Test]
    public async Task Season_OneStops_NothingFollowsForTheOther()
    {
        var world = await MeetAsync();
        foreach (var person in world.People)
        {
            await world.ClickAsync(person, "didYouMeet.three");
        }

        await world.Server.Teams.SayAsync(world.People[0], "stop");
        await world.QuietAsync();
        var stored = await world.Service.Services.GetRequiredService<Database>().ReadAsync(
            db => db.Members.OrderBy(member => member.PersonId).Select(member => member.Answer).ToListAsync(), CancellationToken.None);
        Assert.That(stored.ConvertAll(answer => $"{answer}"), Is.EquivalentTo(new[] { "Met", "ThreeTimes" }));
        var messages = world.MessagesTo(world.People[1]).Count;
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12, week: 2);
        Assert.That(world.MessagesTo(world.People[1]), Has.Count.EqualTo(messages));
    }

    // Two people met on a day of the first week and were asked about it.
    private async Task<World> MeetAsync()
    {
        var world = await StartAsync(2, Pairs);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12);
        return world;
    }

    private async Task<World> SecondTimeAsync()
    {
        var world = await MeetAsync();
        foreach (var person in world.People)
        {
            await world.ClickAsync(person, "didYouMeet.three");
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12, week: 1);
        return world;
    }
}
