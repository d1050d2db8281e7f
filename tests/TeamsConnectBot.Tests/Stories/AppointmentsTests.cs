namespace TeamsConnectBot.Tests.Stories;

/// <summary>What somebody reads about their own appointments, from before the names are known until after the meeting.</summary>
internal sealed class AppointmentsTests : WorldTests
{
    [Test]
    public async Task Appointments_FromTheYesUntilAfterwards_ShowWhatThePersonMayKnowByThen()
    {
        var world = await StartAsync(2);
        var (one, other) = (world.People[0], world.People[1]);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 11, 59);
        Assert.That(
            (await SayAsync(world, one, "afspraken")).Text,
            Does.StartWith("Je hebt nu geen afspraak").And.Not.Contain(other.Name), "nothing may show before the announced moment");

        await world.SettleAsync();
        var start = world.EventOf(one).Start;
        var coming = await SayAsync(world, one, "mijn afspraken");
        Assert.That(coming.Text, Does.Contain(other.Name).And.Contain(start.InZone(one.TimeZone).ToString("HH:mm", null)));
        Assert.That(coming.Text, Does.Contain("Wijzigen of afzeggen").And.Not.Contain("In het afgelopen jaar"));
        foreach (var question in new[] { "with whom?", "when is my appointment?", "appointments", "my meetings" })
        {
            Assert.That((await SayAsync(world, other, question)).Text, Does.StartWith("Your appointments").And.Contain(one.Name), question);
        }

        var before = (await SayAsync(world, other, "appointments")).Text;
        var answer = await world.ClickAsync(one, "connection.cantMakeIt");
        Assert.That(answer.Text, Does.StartWith("Lukt dit moment toch niet?"));
        Assert.That(
            (await SayAsync(world, other, "appointments")).Text, Is.EqualTo(before), "that the other wants to change it must not show");
        await world.ClickAsync(one, "connection.keep");

        await world.UntilAsync(start + Duration.FromHours(1));
        Assert.That(
            (await SayAsync(world, one, "afspraken")).Text, Does.Contain("sprak je via ons één keer iemand").And.Not.Contain(other.Name));
        await world.ClickAsync(one, "didYouMeet.no");
        Assert.That((await SayAsync(world, one, "afspraken")).Text, Does.StartWith("Je hebt nu geen afspraak"));
        Assert.That(
            (await SayAsync(world, other, "appointments")).Text, Does.Contain("you met somebody through us once"),
            "nobody's answer may show in another person's count");
    }

    [Test]
    public async Task DidNotMeet_AfterAnEarlierMeeting_LeavesThatOneAsTheLastContact()
    {
        var world = await StartAsync(2, ("Programme:Pools:0:OpenTables", "false"));
        var one = world.People[0];
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var first = world.EventOf(one).End;
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12);
        foreach (var person in world.People)
        {
            await world.ClickAsync(person, "didYouMeet.three");
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12, week: 1);
        await world.ClickAsync(one, "didYouMeet.no");
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 2);

        var days = (int)(world.Now - first).TotalDays;
        Assert.That(
            (await SayAsync(world, one, "waarom")).Text,
            Does.Contain($"Het was {days} dagen geleden dat je via ons iemand sprak.").And.Not.Contain("nog niemand"));
    }

    [Test]
    public async Task Appointments_CalledOffOrNeverJoined_ShowNothing()
    {
        var world = await StartAsync(3);
        await world.JoinAsync(world.People.Take(2));
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        await world.SayYesAsync(world.People.Take(2));
        await world.SettleAsync();
        await world.ClickAsync(world.People[0], "connection.cantMakeIt");
        await world.ClickAsync(world.People[0], "connection.callOff");
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12);

        foreach (var person in world.People.Take(2))
        {
            Assert.That((await SayAsync(world, person, "appointments")).Text, Does.Not.Contain("keer").And.Not.Contain("once"));
        }

        await world.Server.Teams.InstallAsync(world.People[2]);
        await world.QuietAsync();
        Assert.That((await SayAsync(world, world.People[2], "afspraken")).Text, Does.StartWith("Dat kan als je meedoet"));
    }

    private static async Task<CardSnapshot> SayAsync(World world, Person person, string text)
    {
        await world.Server.Teams.SayAsync(person, text);
        await world.QuietAsync();
        return world.CardOf(person);
    }
}
