using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>Gives each settled group the best of the gaps all its people ticked; among equals the one least used in that place.</summary>
internal sealed class SlotAssignment(Week week, Roster roster, int gapQuarters)
{
    private readonly Dictionary<(MeetingPlace Place, int Start), int> used = [];

    public List<SettledGroup> Assign(IEnumerable<int[]> groups)
    {
        var settled = new List<SettledGroup>();
        foreach (var group in groups)
        {
            ImmutableArray<PoolMember> members = [.. group.Select(person => roster.Members[person])];
            var best = SlotChoice.Rank(week, members, SharedStarts(group).Select(start => new Slot(start, gapQuarters)))
                .OrderBy(option => option.Cost)
                .ThenBy(option => option.Place.IsOnline)
                .ThenBy(option => used.GetValueOrDefault((option.Place, option.Slot.Start)))
                .ThenBy(option => option.Slot.Start)
                .First();
            used[(best.Place, best.Slot.Start)] = used.GetValueOrDefault((best.Place, best.Slot.Start)) + 1;
            settled.Add(new SettledGroup(members, best.Slot, best.Place));
        }

        return [.. settled.OrderBy(group => group.Slot.Start).ThenBy(group => group.Members[0].Id, StringComparer.Ordinal)];
    }

    private List<int> SharedStarts(int[] group)
    {
        Span<ulong> shared = stackalloc ulong[WeekAvailability.Words];
        Span<ulong> starts = stackalloc ulong[WeekAvailability.Words];
        roster.Either(group[0], shared);
        foreach (var person in group.AsSpan(1))
        {
            roster.Either(person, starts);
            StartBits.And(shared, starts);
        }

        var found = new List<int>();
        foreach (var start in StartBits.Of(shared))
        {
            found.Add(start);
        }

        return found;
    }
}
