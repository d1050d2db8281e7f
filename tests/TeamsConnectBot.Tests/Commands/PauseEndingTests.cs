namespace TeamsConnectBot.Tests.Commands;

/// <summary>On the working day before a pause ends, the person hears that it does.</summary>
internal sealed class PauseEndingTests : WorldTests
{
    [TestCase("pauze tot vrijdag")]
    [TestCase("pauze tot vrijdag", "pauze tot vrijdag")]
    [TestCase("pauze tot vrijdag", "hervat", "pauze tot vrijdag")]
    public async Task Pause_UntilTheSameDayAgain_SaysOnceThatItEnds(params string[] said)
    {
        var world = await StartAsync(1);
        await world.JoinAllAsync();
        foreach (var words in said)
        {
            await SayAsync(world, words);
        }

        await world.UntilAsync(IsoDayOfWeek.Thursday, 12);
        Assert.That(
            world.MessagesTo(world.People[0]).Count(
                message => message.CardJson?.Contains("Je pauze loopt af op vrijdag 6 maart", StringComparison.Ordinal) == true),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Pause_UntilMonday_SaysOnFridayInWorkingHoursThatItEnds()
    {
        var world = await StartAsync(1);
        await world.JoinAllAsync();
        await SayAsync(world, "pauze tot maandag");
        Assert.That(world.CardOf(world.People[0]).Text, Does.Contain("De werkdag ervoor hoor je dat de pauze afloopt."));
        var before = world.MessagesTo(world.People[0]).Count;
        await world.UntilAsync(IsoDayOfWeek.Friday, 8, 59);
        Assert.That(world.MessagesTo(world.People[0]), Has.Count.EqualTo(before));

        await world.UntilAsync(IsoDayOfWeek.Friday, 9, 1);
        Assert.That(world.CardOf(world.People[0]).Text, Does.Contain("Je pauze loopt af op maandag 9 maart"));
        await world.UntilAsync(IsoDayOfWeek.Sunday, 23);
        Assert.That(world.MessagesTo(world.People[0]), Has.Count.EqualTo(before + 1));
    }

    [TestCase(IsoDayOfWeek.Monday, "pauze 1 dag")]
    [TestCase(IsoDayOfWeek.Friday, "pauze tot maandag")]
    public async Task Pause_WithoutAWorkingDayBeforeItsEnd_PromisesNoMessageAndSendsNone(IsoDayOfWeek day, string words)
    {
        var world = await StartAsync(1);
        await world.JoinAllAsync();
        await world.UntilAsync(day, 10);
        await SayAsync(world, words);
        Assert.That(world.CardOf(world.People[0]).Text, Does.Contain("Pauze tot").And.Not.Contain("De werkdag ervoor"));

        var before = world.MessagesTo(world.People[0]).Count;
        await world.UntilAsync(World.At(day, 10) + Duration.FromDays(4));
        Assert.That(world.MessagesTo(world.People[0]), Has.Count.EqualTo(before));
    }

    private static async Task SayAsync(World world, string words)
    {
        await world.Server.Teams.SayAsync(world.People[0], words);
        await world.QuietAsync();
    }
}
