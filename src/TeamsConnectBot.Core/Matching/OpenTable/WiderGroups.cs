using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>Lets those left over join groups that are settled already; whom they met lately is as good a reason against it as in a pair.</summary>
internal sealed class WiderGroups(Week week, Roster roster, PairRules pairs, MatchingRules rules)
{
    public Settlement Widen(Settlement settlement)
    {
        var groups = settlement.Groups.ToList();
        var leftOut = new List<LeftOut>();
        foreach (var left in settlement.LeftOut.OrderByDescending(left => left.Member.TurnsLeftOut).ThenBy(left => left.Member.Id, StringComparer.Ordinal))
        {
            var index = Enumerable.Range(0, groups.Count)
                .Where(index => CanJoin(left.Member, groups[index]))
                .OrderBy(index => groups[index].Members.Length)
                .DefaultIfEmpty(-1)
                .First();
            if (index < 0)
            {
                leftOut.Add(left);
                continue;
            }

            var group = groups[index];
            groups[index] = group with { Members = [.. group.Members.Add(left.Member).OrderBy(member => member.Id, StringComparer.Ordinal)] };
        }

        return settlement with { Groups = groups, LeftOut = [.. leftOut.OrderBy(left => left.Member.Id, StringComparer.Ordinal)] };
    }

    private bool CanJoin(PoolMember member, SettledGroup group)
    {
        var person = roster.Indexes[member.Id];
        return group.Members.Length < rules.TableSeats
            && group.Members.All(other => Fits(person, roster.Indexes[other.Id], group.Slot.Start))
            && PlaceChoice.For(week, group.Slot, [.. group.Members, member]) == group.Place;
    }

    private bool Fits(int person, int other, int start) =>
        roster.ShareStart(person, other, start) && pairs.Allow(person, other);
}
