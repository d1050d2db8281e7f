using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>How far calendars are read for a question: from now until its deadline, as people are told.</summary>
internal sealed class HelpCalendarTests : WorldTests
{
    [Test]
    public async Task Calendars_ForAWaveAndForAnotherTime_AreReadFromNowUntilTheDeadline()
    {
        var world = await StartAsync(SamplePeople.Of(14), HelpWorld.Settings);
        await world.PrepareAsync();
        world.Tenant.Counters.Graph.Start();

        await world.FindHelperAsync(world.People[0]);
        var forTheWave = Read();
        await world.ClickAsync(world.People[0], "connection.cantMakeIt");
        var forAnotherTime = Read().Skip(forTheWave.Count).ToList();

        Assert.That(forTheWave, Is.Not.Empty);
        Assert.That(forAnotherTime, Is.Not.Empty);
        Assert.That(
            forTheWave.Concat(forAnotherTime).Where(read => read.Window.Start < read.At || read.Window.End > HelpWorld.Tomorrow), Is.Empty);

        List<(Instant At, Interval Window)> Read() =>
            [.. world.Tenant.Counters.Graph.Asked.Where(asked => asked.Path[^1] == "getSchedule")
                .Select(asked => (asked.At, AskedPeople.WindowOf(asked)))];
    }
}
