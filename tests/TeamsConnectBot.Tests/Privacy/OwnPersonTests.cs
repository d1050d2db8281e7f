using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>
/// People in their own chat with the bot. Tests share a service on which the clock stands still; each has a person of its own. A test
/// that moves the clock, or changes something for everybody, starts a world of its own first.
/// </summary>
internal abstract class OwnPersonTests
{
    // The first people have a role in the pool, unusual hours or no mailbox; the last three are in charge.
    private const int First = EdgeCasePeople.WeekendWorker + 1;
    private const int Last = 3;

    private readonly List<PrivacyWorld> shared = [];
    private readonly Queue<Person> unused = [];

    protected PrivacyWorld World { get; private set; } = null!;

    protected Person Anna { get; private set; } = null!;

    /// <summary>A colleague; in the shared world somebody who never has the app.</summary>
    protected Person Bas => World.People[1];

    [SetUp]
    public async Task UseNewPersonAsync()
    {
        if (unused.Count == 0)
        {
            var world = await StartWorldAsync();
            shared.Add(world);
            world.People.Skip(First).SkipLast(Last).DefaultIfEmpty(world.People[0]).ToList().ForEach(unused.Enqueue);
        }

        World = shared[^1];
        Anna = unused.Dequeue();
    }

    [TearDown]
    public async Task StopOwnWorldAsync()
    {
        if (World != shared.LastOrDefault())
        {
            await World.DisposeAsync();
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        foreach (var world in shared)
        {
            await world.DisposeAsync();
        }
    }

    /// <summary>Starts the shared world; another one follows when the tests have used everybody in it.</summary>
    protected virtual Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync(people: 60);

    protected async Task StartOwnWorldAsync()
    {
        World = await PrivacyWorld.StartAsync();
        Anna = World.People[0];
    }
}
