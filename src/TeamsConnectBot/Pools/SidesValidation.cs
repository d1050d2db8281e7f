using TeamsConnectBot.Core.People;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Pools;

/// <summary>What is wrong with the sides of a pool; each problem begins with the key within the pool.</summary>
internal static class SidesValidation
{
    private static readonly string[] Languages = ["nl", "en"];

    public static IEnumerable<string> Problems(PoolOptions pool) => pool.Sides.Count switch
    {
        0 => [],
        2 => [.. pool.Sides.SelectMany((side, index) => Problems($"Sides:{index}", side, isLast: index == 1)), .. Alike(pool)],
        var count => [$"Sides has {count} {(count == 1 ? "entry" : "entries")}; give two sides, or none for a pool in which all may meet"],
    };

    private static IEnumerable<string> Problems(string key, PoolSideOptions side, bool isLast)
    {
        if (!Guid.TryParse(side.GroupId, out _) && !(isLast && side.GroupId.Length == 0))
        {
            yield return $"{key}:GroupId is '{side.GroupId}'; give the object id of an Entra group"
                + (isLast ? ", or leave it empty for everybody who is not on the first side" : "");
        }

        if (side.MostMeetings is < 1 or > PoolMember.MaxMeetings)
        {
            yield return $"{key}:MostMeetings is {side.MostMeetings}; allowed are 1 to {PoolMember.MaxMeetings}, "
                + "because an invitation offers at most three moments";
        }

        foreach (var language in side.Name.Keys.Except(Languages, StringComparer.Ordinal))
        {
            yield return $"{key}:Name:{language} is not a language of this program; allowed are nl and en";
        }

        foreach (var language in Languages)
        {
            var name = side.Name.GetValueOrDefault(language) ?? "";
            if (OwnWords.Problem(OwnWords.OnOneLine(name), SidedPools.LongestName) is { } problem)
            {
                yield return $"{key}:Name:{language} {Words(problem, name)}; an invitation says 'You're asked as …', "
                    + "so give words such as 'somebody who looks for a mentor'";
            }
        }
    }

    private static IEnumerable<string> Alike(PoolOptions pool)
    {
        var (one, other) = (pool.Sides[0], pool.Sides[1]);
        if (AreSame(one.GroupId, other.GroupId) && one.GroupId.Length > 0)
        {
            yield return $"Sides:1:GroupId is '{other.GroupId}', the group of the first side too; give each side its own";
        }

        if (AreSame(one.GroupId, pool.GroupId))
        {
            yield return $"Sides:0:GroupId is '{one.GroupId}', the pool's own group, which leaves nobody for the other side; "
                + "give a group with some of the pool's people";
        }

        foreach (var language in Languages.Where(language => one.NameIn(language).Length > 0
            && string.Equals(one.NameIn(language), other.NameIn(language), StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"Sides:1:Name:{language} is '{other.NameIn(language)}', the name of the first side too; give each side its own";
        }
    }

    private static string Words(OwnWordsProblem problem, string name) => problem switch
    {
        OwnWordsProblem.Empty => "is empty",
        OwnWordsProblem.TooLong => $"has {name.Length} characters; allowed are {SidedPools.LongestName}",
        OwnWordsProblem.Link => $"is '{name}', which has a link",
        _ => $"is '{name}', which has a mention",
    };

    private static bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
