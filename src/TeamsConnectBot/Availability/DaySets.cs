using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Availability;

/// <summary>Days of the week as sets, each made once: of a hundred thousand people nearly all have one of a few.</summary>
internal static class DaySets
{
    private static readonly ImmutableHashSet<IsoDayOfWeek>?[] Made = new ImmutableHashSet<IsoDayOfWeek>?[1 << 7];

    public static ImmutableHashSet<IsoDayOfWeek> Of(IEnumerable<IsoDayOfWeek> days)
    {
        var mask = 0;
        foreach (var day in days)
        {
            mask |= 1 << ((int)day - 1);
        }

        return Made[mask] ??= [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && (mask & (1 << ((int)day - 1))) != 0)];
    }
}
