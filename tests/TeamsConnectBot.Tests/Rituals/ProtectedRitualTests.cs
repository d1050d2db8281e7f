using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>
/// A team of seven with rituals that need somebody to come. Nobody has the app. What Graph is asked about calendars is recorded.
/// </summary>
internal abstract class ProtectedRitualTests
{
    protected const int GroupMinimum = 5;

    protected static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    protected ConcurrentBag<(string Name, Instant From, Instant To)> CalendarsRead { get; } = [];

    protected async Task<RitualWorld> StartTeamAsync(Func<LocalDate, IEnumerable<BusyBlock>>? busy = null)
    {
        CalendarsRead.Clear();
        var blocks = Enumerable.Range(0, 100).SelectMany(day => busy?.Invoke(new LocalDate(2026, 3, 2).PlusDays(day)) ?? [])
            .ToImmutableArray();
        return await RitualWorld.StartAsync(
            people: 7,
            change: organisation => organisation with
            {
                BusyTime = (person, from, to) =>
                {
                    CalendarsRead.Add((person.Name, from, to));
                    return blocks.Where(block => block.Start < to && from < block.End);
                },
            },
            settings: new Dictionary<string, string>
            {
                ["Rituals:GroupMinimum"] = $"{GroupMinimum}", ["Rituals:GroupMinimumAgreedBy"] = "OR, 2026-14",
            });
    }

    /// <summary>Plans a ritual in which everybody takes part; the first people allow it to use their calendar.</summary>
    protected static async Task PlanAsync(RitualWorld world, string phrase, int allowing)
    {
        var ritual = await world.PlanAsync(phrase);
        await world.JoinAsync(ritual, true, [.. world.World.People.Take(allowing)]);
        await world.JoinAsync(ritual, false, [.. world.World.People.Skip(allowing)]);
    }

    protected static async Task VoteAsync(RitualWorld world, string verb)
    {
        foreach (var person in world.World.People.Take(3))
        {
            await world.ClickAsync(person, verb);
        }
    }
}
