using System.Collections.Concurrent;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Whose turn it is reveals nothing about anybody.</summary>
internal sealed class HostTests
{
    [Test]
    public async Task Turn_WithSomebodyOnLeave_IsUnchanged()
    {
        var expected = await TurnsAsync(onLeave: null, null);
        for (var person = 0; person < 3; person++)
        {
            var calendarsRead = new ConcurrentBag<string>();
            Assert.That(await TurnsAsync(person, calendarsRead), Is.EqualTo(expected));
            Assert.That(calendarsRead, Is.Empty, "a calendar was read");
        }
    }

    // Three people who allow everything. No round starts, so only the ritual could read a calendar.
    private static async Task<List<string>> TurnsAsync(int? onLeave, ConcurrentBag<string>? calendarsRead)
    {
        await using var world = await RitualWorld.StartAsync(
            people: 3,
            change: organisation => organisation with
            {
                BusyTime = (person, from, to) =>
                {
                    calendarsRead?.Add(person.Name);
                    return onLeave is { } away && person == organisation.People[away]
                        ? [new BusyBlock(from, to, BusyStatus.Oof, AllDay: true)]
                        : [];
                },
            },
            settings: new Dictionary<string, string> { ["Programme:Pools:0:RoundCron"] = "0 0 9 ? 6 MON" });
        foreach (var person in world.World.People)
        {
            await world.World.JoinAsync(person, gaps: true);
        }

        await world.JoinAsync(await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30"), true, [.. world.World.People]);
        var turns = new List<string>();
        foreach (var (month, day) in new[] { (3, 5), (3, 12), (3, 19) })
        {
            await world.UntilAsync(month, day, 16);
            turns.Add(world.Announcement().Split('\n').Single(line => line.EndsWith(" ontvangt.", StringComparison.Ordinal)));
        }

        Assert.That(turns, Is.Unique);
        return turns;
    }
}
