using System.Collections.Immutable;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>A story played once; the tests tell what people saw in it.</summary>
internal abstract class StoryTests
{
    protected World World { get; private set; } = null!;

    protected virtual ImmutableArray<Person> Cast => Colleagues.Of(26);

    [OneTimeSetUp]
    public async Task TellAsync()
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
