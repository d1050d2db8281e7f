namespace TeamsConnectBot.Tests.Privacy.Timing;

/// <summary>Other things people tell the bot that must stay invisible to others, such as whether they met, a pause or a stop.</summary>
internal sealed class OtherAnswersTimingTests : WorldTests
{
    [Test]
    public async Task DidYouMeet_WhateverOnePersonAnswers_TheOtherNeverSeesIt()
    {
        var silence = await MeetAsync(null);
        Assert.That(silence, Has.Some.Contains("p01 gets"), "the other person must have been asked too");
        foreach (var answer in new[] { "didYouMeet.yes", "didYouMeet.again", "didYouMeet.no" })
        {
            Onlooker.AssertSame(await MeetAsync(answer), silence, answer);
        }
    }

    [TestCase("didYouMeet.yes", "didYouMeet.three", "didYouMeet.again", "didYouMeet.no")]
    [TestCase("didYouMeet.three", "didYouMeet.yes", "didYouMeet.no")]
    public async Task DidYouMeet_UnlessBothWantThreeTimes_TheOtherNeverSeesWhoDoes(string others, params string[] answers)
    {
        var silence = await MeetAsync(null, others);
        Assert.That(silence, Has.Some.Contains("p01 gets"), "the other person must have been asked too");
        foreach (var answer in answers)
        {
            Onlooker.AssertSame(await MeetAsync(answer, others), silence, answer);
        }
    }

    [Test]
    public async Task Message_DuringAnOpenRound_OthersSeeTheSameUntilItIsSettled()
    {
        var nothing = await SayAsync(null);
        Assert.That(nothing, Has.Some.Contains("sees change"), "the others must have answered, or the test proves nothing");
        foreach (var said in new[] { "koffie", "pauze 2 weken", "liever niet met Brian Whitfield", "check-in", "stop" })
        {
            Onlooker.AssertSame(await SayAsync(said), nothing, said);
        }
    }

    // If the other one answers too, they read their own export afterwards, and the next round is played.
    private async Task<IReadOnlyList<string>> MeetAsync(string? answer, string? others = null)
    {
        var world = await StartAsync(2, ("Programme:Pools:0:OpenTables", others is null ? "true" : "false"));
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var onlooker = new Onlooker(world.Tenant, world.People[0], () => []);
        onlooker.Take();
        await onlooker.WatchAsync(world.Service.Clock, world.EventOf(world.People[0]).End + Duration.FromMinutes(31));
        if (answer is not null)
        {
            await world.ClickAsync(world.People[0], answer);
        }

        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Monday, 8, 59, week: 1));
        if (others is not null)
        {
            onlooker.Note((await world.ClickAsync(world.People[1], others)).Json);
            await world.Server.Teams.SayAsync(world.People[1], "my data");
            await world.QuietAsync();
            await world.ClickAsync(world.People[1], "myData.export");
            await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Saturday, 12, week: 1));
        }

        return onlooker.Take();
    }

    private async Task<IReadOnlyList<string>> SayAsync(string? said)
    {
        var world = await StartAsync(4);
        await world.InviteAsync();
        var onlooker = new Onlooker(world.Tenant, world.People[0], () => []);
        onlooker.Take();
        await world.SayYesAsync(world.People.Skip(1));
        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Monday, 10, 12));
        if (said is not null)
        {
            await world.Server.Teams.SayAsync(world.People[0], said);
            await world.QuietAsync();
        }

        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Tuesday, 11, 59));
        return onlooker.Take();
    }
}
