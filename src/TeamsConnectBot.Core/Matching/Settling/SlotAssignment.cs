using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>Gives each group the best of the gaps that all its people ticked; on a tie, the one that is used least at that place.</summary>
internal sealed class SlotAssignment(Week week, Roster roster, int gapQuarters)
{
    private readonly Dictionary<(MeetingPlace Place, int Start), int> used = [];

    public List<SettledGroup> Assign(IEnumerable<int[]> groups) =>
    [
        .. groups.Select(Assign).OrderBy(group => group.Slot.Start).ThenBy(group => group.Members[0].Id, StringComparer.Ordinal),
    ];

    private SettledGroup Assign(int[] group)
    {
        ImmutableArray<PoolMember> members = [.. group.Select(person => roster.Members[person])];
        var best = SlotChoice.Rank(week, members, SharedStarts(group).Select(start => new Slot(start, gapQuarters)))
            .MinBy(option => (option.Cost, option.Place.IsOnline, Used(option), option.Slot.Start))!;
        used[(best.Place, best.Slot.Start)] = Used(best) + 1;
        return new SettledGroup(members, best.Slot, best.Place);
    }

    private int Used(SlotOption option) => used.GetValueOrDefault((option.Place, option.Slot.Start));

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
