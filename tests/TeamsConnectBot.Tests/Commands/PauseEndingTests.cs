namespace TeamsConnectBot.Tests.Commands;

/// <summary>The day before a pause ends, the person hears that it does.</summary>
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
            await world.Server.Teams.SayAsync(world.People[0], words);
            await world.QuietAsync();
        }

        await world.UntilAsync(IsoDayOfWeek.Thursday, 12);
        Assert.That(
            world.MessagesTo(world.People[0]).Count(
                message => message.CardJson?.Contains("Je pauze loopt af op vrijdag 6 maart", StringComparison.Ordinal) == true),
            Is.EqualTo(1));
    }
}
