using System.Collections.Immutable;

namespace TeamsConnectBot.Availability;

/// <summary>Interned sets of weekdays: nearly everyone in a large pool has one of a few combinations.</summary>
internal static class DaySets
{
    public static ImmutableHashSet<IsoDayOfWeek> EveryDay { get; } =
        [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)];

    private static readonly ImmutableHashSet<IsoDayOfWeek>?[] Interned = new ImmutableHashSet<IsoDayOfWeek>?[1 << 7];

    public static ImmutableHashSet<IsoDayOfWeek> Of(IEnumerable<IsoDayOfWeek> days)
    {
        var mask = days.Aggregate(0, (bits, day) => bits | BitOf(day));
        return Interned[mask] ??= [.. EveryDay.Where(day => (mask & BitOf(day)) != 0)];
    }

    private static int BitOf(IsoDayOfWeek day) => 1 << ((int)day - 1);
}
