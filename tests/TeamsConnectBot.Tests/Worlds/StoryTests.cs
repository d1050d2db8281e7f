using System.Collections.Immutable;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Plays one scenario per fixture; each test asserts something that people saw in it.</summary>
internal abstract class StoryTests
{
    protected World World { get; private set; } = null!;

    /// <summary>Everyone in the tenant, apart from the host.</summary>
    protected virtual ImmutableArray<Person> Cast => SamplePeople.Of(26);

    [OneTimeSetUp]
    public async Task PlayOnceAsync()
    {
        World = await World.StartAsync(Cast);
        try
        {
            await PlayAsync();
        }
        catch
        {
            World.WriteTo(TestContext.Out);
            throw;
        }
    }

    [OneTimeTearDown]
    public async Task EndAsync()
    {
        try
        {
            World.AssertSound();
        }
        finally
        {
            await World.DisposeAsync();
        }
    }

    protected abstract Task PlayAsync();
}
