namespace TeamsConnectBot.Tests.Stories;

/// <summary>The sentence that somebody who calls a meeting off may choose for the other, and nothing else of what they chose.</summary>
internal sealed class CallOffSentenceTests : MeetingOfTwoTests
{
    [Test]
    public async Task CantMakeIt_CalledOffWithASentence_PartnerReadsThatSentenceOnly()
    {
        var (world, leaver, partner) = await ConnectAsync();
        var card = await world.ClickAsync(leaver, "connection.cantMakeIt");
        Assert.That(card.Inputs()["sentence"]?.ToString(), Is.EqualTo("none"));
        Assert.That(card.Text, Does.Contain("weet dus dat jij afzei"));
        await world.ClickAsync(leaver, "connection.callOff", ("sentence", "AnotherTime"));
        var noted = await world.ClickAsync(leaver, "connection.callOff", ("sentence", "TooBusy"));
        Assert.That(noted.Text, Does.Contain("De ander leest van jou: ‘Het is me nu te druk.’"));
        Assert.That(await SentencesAsync(world), Is.EqualTo(new[] { "TooBusy" }));

        await EndTimeToChooseAsync(world);
        AssertOff(world, partner);
        Assert.That(
            world.CardOf(partner).Text,
            Does.Contain($"{leaver.Name} says: ‘It's too busy for me now.’").And.Not.Contain("another time"));

        await world.UntilAsync(IsoDayOfWeek.Saturday, 12);
        Assert.That(await SentencesAsync(world), Is.Empty, "the sentence must be gone once the meeting's time has passed");
    }

    [TestCase("connection.move", "moment", "0")]
    [TestCase("connection.callOff", "sentence", "none")]
    [TestCase("connection.callOff", "sentence", "I am ill")]
    public async Task CantMakeIt_SentenceReplaced_PartnerReadsNone(string verb, string input, string value)
    {
        var (world, leaver, partner) = await ConnectAsync();
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.callOff", ("sentence", "SomethingCameUp"));
        await world.ClickAsync(leaver, verb, (input, value));
        await EndTimeToChooseAsync(world);

        Assert.That(world.CardOf(partner).Text, Does.Not.Contain("says").And.Not.Contain("came up").And.Not.Contain("ill"));
        Assert.That(await SentencesAsync(world), Is.Empty);
    }

    [Test]
    public async Task CantMakeIt_BothCallItOffWithASentence_OnlyTheFirstOneIsRead()
    {
        var (world, first, second) = await ConnectAsync();
        await world.ClickAsync(first, "connection.cantMakeIt");
        await world.ClickAsync(first, "connection.callOff", ("sentence", "SomethingCameUp"));
        await world.UntilAsync(world.Now + Duration.FromMinutes(10));
        await world.ClickAsync(second, "connection.cantMakeIt");
        await world.ClickAsync(second, "connection.callOff", ("sentence", "TooBusy"));
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That(world.CardOf(second).Text, Does.Contain($"{first.Name} says: ‘Something came up.’"));
        Assert.That(world.CardOf(first).Text, Does.Not.Contain("druk"));
        Assert.That(await SentencesAsync(world), Is.EqualTo(new[] { "SomethingCameUp" }));
    }

    [Test]
    public async Task CantMakeIt_JustBeforeTheStart_AsksOnceAndTellsThePartnerAtOnce()
    {
        var (world, leaver, partner) = await ConnectAsync();
        await world.UntilAsync(world.EventOf(leaver).Start - Duration.FromMinutes(20));
        var asked = await world.ClickAsync(leaver, "connection.cantMakeIt");
        Assert.That(asked.Text, Does.Contain("Het begint zo"));
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1), "a click may be a mistake");
        Assert.That((await world.ClickAsync(leaver, "connection.keep")).Has("connection.cantMakeIt"), Is.True);

        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.TapAsync(leaver, asked, "connection.leave", ("sentence", "RunningOver"));
        await world.QuietAsync();
        AssertOff(world, partner);
        Assert.That(world.CardOf(partner).Text, Does.Contain("My previous meeting is running over."));
    }

    private static Task<List<string>> SentencesAsync(World world) => ReadAsync(
        world, async db => (await db.Members.Where(member => member.Sentence != null).ToListAsync()).ConvertAll(row => $"{row.Sentence}"));
}
