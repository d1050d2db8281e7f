using TeamsConnectBot.Sandbox.Teams;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>
/// The process crashes while it answers one person of a channel, and Teams delivers the question again: the answer comes in one way only,
/// and twice only if it had arrived before the crash, as with every direct answer.
/// </summary>
internal sealed class AskerAloneCrashTests : WorldTests
{
    [Test]
    public async Task Crash_WhileAnsweringInTheChannel_AnswersInOneWay([Values(2, 3)] int request, [Values] bool afterHandling)
    {
        var (channel, asker, world) = await CrashAsync(request, afterHandling, isRefused: false);

        // The requests are: a token, the team's owners, and the answer.
        var hadArrived = request == 3 && afterHandling;
        Assert.That(channel.Messages.Count(message => message.OnlyFor == asker && message.FromBot), Is.EqualTo(hadArrived ? 2 : 1));
        Assert.That(world.MessagesTo(asker), Is.Empty);
        Assert.That(channel.Messages.Where(message => message.FromBot && message.OnlyFor is null).Skip(1), Is.Empty, "only the welcome");
    }

    [Test]
    public async Task Crash_WhileAnsweringInTheOwnChat_AnswersInOneWay([Values(3, 4, 5)] int request, [Values] bool afterHandling)
    {
        var (channel, asker, world) = await CrashAsync(request, afterHandling, isRefused: true);

        // The requests are: a token, the team's owners, the refused answer, the chat, and the answer in it. The first message is the
        // welcome.
        var hadArrived = request == 5 && afterHandling;
        Assert.That(world.MessagesTo(asker), Has.Count.EqualTo(hadArrived ? 3 : 2));
        Assert.That(channel.Messages.Count(message => message.FromBot), Is.EqualTo(1), "only the welcome");
    }

    private async Task<(SharedChat Channel, Person Asker, World World)> CrashAsync(int request, bool afterHandling, bool isRefused)
    {
        var world = await StartAsync(3);
        var (owner, asker) = (world.People[0], world.People[1]);
        var channel = world.Tenant.Spaces.AddTeam("Noord", [owner], [.. world.People]);
        await world.Server.Channels.InstallAsync(channel, owner);
        if (isRefused)
        {
            await world.Server.Teams.InstallAsync(asker);
        }

        await world.QuietAsync();
        world.Server.Options.RefusesTargetedMessages = isRefused;

        var question = Activities.Mention("question", world.Server.Channel.BotId, "ritual new Friday coffee every Friday 15:30", []);
        world.CrashAt(request, afterHandling);
        await world.Server.Channel.SendAsync(channel, asker, question.DeepClone().AsObject(), "question", default);
        Assert.That(world.HasCrashed, Is.True);
        await world.RestartAfterCrashAsync();
        for (var delivery = 0; delivery < 2; delivery++)
        {
            await world.Server.Channel.SendAsync(channel, asker, question.DeepClone().AsObject(), "question", default);
            await world.QuietAsync();
        }

        return (channel, asker, world);
    }
}
