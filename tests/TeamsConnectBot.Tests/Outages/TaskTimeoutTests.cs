using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>A task may end in a timeout, which .NET reports as a cancellation that nobody asked for.</summary>
internal sealed class TaskTimeoutTests
{
    [Test]
    public async Task Task_ThatTimesOut_IsTriedLaterAndMessagesStillGoOut()
    {
        await using var world = await PrivacyWorld.StartAsync(services: services => TimeOut(services, DueTaskKind.SyncEvent));
        var (leaver, partner) = (world.People[0], world.People[1]);
        await FirstRound.MeetAsync(world, leaver, partner);

        await world.EraseAsync(leaver);

        Assert.That(world.FromBot(partner)[^1].CardJson, Does.Contain(Texts.For("nl").Off.Heading));
        var task = await world.ReadAsync(db => db.DueTasks.SingleAsync(row => row.Kind == DueTaskKind.SyncEvent));
        Assert.That(task.Attempts, Is.EqualTo(1));
    }

    private static void TimeOut(IServiceCollection services, DueTaskKind kind)
    {
        foreach (var handler in services.Where(service => service.ServiceType == typeof(DueTaskHandler)).ToList())
        {
            services.Remove(handler);
            services.AddSingleton(provider =>
            {
                var real = (DueTaskHandler)handler.ImplementationFactory!(provider);
                return real.Kind == kind ? real with { RunAsync = (_, _) => throw new TaskCanceledException() } : real;
            });
        }
    }
}
