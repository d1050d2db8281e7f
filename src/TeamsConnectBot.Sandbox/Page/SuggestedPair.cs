using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>Two people a newcomer could begin with: likely to be brought together, and speaking two languages where that can be had.</summary>
internal static class SuggestedPair
{
    public static IReadOnlyList<string> Of(PeopleDirectory people)
    {
        var able = people.All.Where(person => person is { HasMailbox: true, Enabled: true }).DefaultIfEmpty(people.All[0]).ToList();
        var left = able.FirstOrDefault(person => person.Language.StartsWith("nl", StringComparison.OrdinalIgnoreCase)) ?? able[0];
        var right = people.All
            .Where(person => person.Id != left.Id)
            .OrderByDescending(person => Likeness(left, person))
            .FirstOrDefault();
        return [left.Id, (right ?? left).Id];
    }

    private static int Likeness(Person left, Person right)
    {
        var score = right is { HasMailbox: true, Enabled: true } ? 16 : 0;
        score += right.ManagerId != left.Id && left.ManagerId != right.Id ? 8 : 0;
        score += right.Office == left.Office ? 4 : right.Zone == left.Zone ? 2 : 0;
        score += right.Department != left.Department ? 2 : 0;
        score += right.Language != left.Language ? 1 : 0;
        return score;
    }
}
