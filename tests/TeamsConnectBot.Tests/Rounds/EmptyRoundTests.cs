namespace TeamsConnectBot.Tests.Rounds;

/// <summary>A pool whose rounds invite nobody twice in a row is logged.</summary>
internal sealed class EmptyRoundTests : WorldTests
{
    private const string Twice = "nobody to invite, for the second time in a row";

    [Test]
    public async Task Round_NobodyToAskTwice_IsLoggedWithoutRevealingWhetherAnybodyTakesPart([Values] bool takePart)
    {
        var world = await StartAsync(4);
        if (takePart)
        {
            await world.JoinAllAsync();
            foreach (var person in world.People)
            {
                await world.Server.Teams.SayAsync(person, "pauze 4 weken");
            }
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 10);
        var first = Warnings(world);
        await world.UntilAsync(IsoDayOfWeek.Monday, 10, week: 1);

        Assert.That(first, Is.Empty);
        Assert.That(Warnings(world), Has.Exactly(1).Contains("Round of pool everyone: " + Twice + " (NobodyToAsk)"));
    }

    [Test]
    public async Task Round_NoTimeLeftTwice_IsLoggedWithThatReason()
    {
        // The rounds under test are on Fridays 6 and 13 March; without Monday the 16th, the setting would be refused.
        var world = await StartAsync(4, ("Programme:Pools:0:RoundCron", "0 0 9 6,13,16 3 ?"));
        await world.JoinAllAsync();
        await world.UntilAsync(IsoDayOfWeek.Friday, 10, week: 1);

        Assert.That(Warnings(world), Has.Exactly(1).Contains("(NoTimeLeft)"));
    }

    private static List<string> Warnings(World world) =>
        [.. world.Log.Lines.Select(line => line.ToString()).Where(line => line.Contains(Twice, StringComparison.Ordinal))];
}
