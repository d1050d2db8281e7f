using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>Lets people who are left over join groups that are already settled. The repeat window applies, as it does in pairs.</summary>
internal sealed class WiderGroups(Week week, Roster roster, PairRules pairs)
{
    public Settlement Widen(Settlement settlement)
    {
        var groups = settlement.Groups.ToList();
        var leftOut = new List<PoolMember>();
        foreach (var member in ById(settlement.LeftOut).OrderByDescending(member => member.TurnsLeftOut))
        {
            if (groups.Where(group => CanJoin(member, group)).MinBy(group => group.Members.Length) is { } joined)
            {
                groups[groups.IndexOf(joined)] = joined with { Members = [.. ById([.. joined.Members, member])] };
            }
            else
            {
                leftOut.Add(member);
            }
        }

        return new Settlement(groups, [.. ById(leftOut)]);
    }

    private static IEnumerable<PoolMember> ById(IEnumerable<PoolMember> members) =>
        members.OrderBy(member => member.Id, StringComparer.Ordinal);

    private bool CanJoin(PoolMember member, SettledGroup group)
    {
        var person = roster.Indexes[member.Id];
        return group.Members.Length < OpenTable.Seats
            && group.Members.All(other => Fits(person, roster.Indexes[other.Id], group.Slot.Start))
            && roster.CanGather([person, .. group.Members.Select(other => roster.Indexes[other.Id])], group.Slot.Start, group.IsLunch)
            && PlaceChoice.For(week, group.Slot, [.. group.Members, member]) == group.Place;
    }

    private bool Fits(int person, int other, int start) =>
        roster.ShareStart(person, other, start) && pairs.Allow(person, other);
}
