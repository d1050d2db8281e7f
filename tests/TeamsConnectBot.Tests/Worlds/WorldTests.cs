using System.Collections.Immutable;
using NUnit.Framework.Interfaces;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Gives each test its own <see cref="World"/>, and checks the world's invariants when the test ends.</summary>
internal abstract class WorldTests
{
    private readonly List<World> worlds = [];

    protected Task<World> StartAsync(int people, params IEnumerable<(string Key, string Value)> settings) =>
        StartAsync(SamplePeople.Of(people), settings);

    protected async Task<World> StartAsync(ImmutableArray<Person> people, params IEnumerable<(string Key, string Value)> settings)
    {
        var world = await World.StartAsync(people, settings);
        worlds.Add(world);
        return world;
    }

    protected async Task<World> StartOnAsync(
        LocalDate monday, ImmutableArray<Person> people, params IEnumerable<(string Key, string Value)> settings)
    {
        var world = await World.StartOnAsync(monday, people, settings);
        worlds.Add(world);
        return world;
    }

    [TearDown]
    public async Task CheckAndStopWorldsAsync()
    {
        var ended = worlds.ToList();
        worlds.Clear();
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            ended.ForEach(world => world.WriteTo(TestContext.Out));
        }

        try
        {
            ended.ForEach(world => world.AssertSound());
        }
        finally
        {
            foreach (var world in ended)
            {
                await world.DisposeAsync();
            }
        }
    }
}
