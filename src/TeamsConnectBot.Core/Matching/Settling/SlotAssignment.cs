using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>
/// Gives each group the best of the gaps that all its people ticked; on a tie, the one that is used least at that place. They meet for
/// lunch only where nothing else suits them.
/// </summary>
internal sealed class SlotAssignment(Week week, Roster roster, MatchingRules rules)
{
    private readonly Dictionary<(MeetingPlace Place, int Start), int> used = [];

    public List<SettledGroup> Assign(IEnumerable<int[]> groups) =>
    [
        .. groups.Select(Assign).OrderBy(group => group.Slot.Start).ThenBy(group => group.Members[0].Id, StringComparer.Ordinal),
    ];

    private SettledGroup Assign(int[] group)
    {
        ImmutableArray<PoolMember> members = [.. group.Select(person => roster.Members[person])];
        var (best, isLunch) = Options(group, members, forLunch: false).Concat(Options(group, members, forLunch: true)).MinBy(
            option => (option.Slot.Cost, option.Slot.Place.IsOnline, Used(option.Slot), option.Slot.Slot.Start, option.IsLunch));
        used[(best.Place, best.Slot.Start)] = Used(best) + 1;
        return new SettledGroup(members, best.Slot, best.Place) { IsLunch = isLunch };
    }

    private IEnumerable<(SlotOption Slot, bool IsLunch)> Options(int[] group, ImmutableArray<PoolMember> members, bool forLunch)
    {
        var quarters = forLunch ? rules.LunchQuarters : rules.GapQuarters;
        var starts = SharedStarts(group, forLunch);
        if (starts.Count == 0)
        {
            return [];
        }

        var free = forLunch ? [.. members.Select(member => member with { Free = member.Free.Or(member.FreeAtLunch) })] : members;
        return SlotChoice.Rank(week, free, starts.Select(start => new Slot(start, quarters))).Select(option => (option, forLunch));
    }

    private int Used(SlotOption option) => used.GetValueOrDefault((option.Place, option.Slot.Start));

    private List<int> SharedStarts(int[] group, bool forLunch)
    {
        Span<ulong> shared = stackalloc ulong[WeekAvailability.Words];
        Span<ulong> starts = stackalloc ulong[WeekAvailability.Words];
        roster.Either(group[0], shared);
        foreach (var person in group.AsSpan(1))
        {
            roster.Either(person, starts);
            StartBits.And(shared, starts);
        }

        roster.KeepPossible(group, forLunch, shared);
        var found = new List<int>();
        foreach (var start in StartBits.Of(shared))
        {
            found.Add(start);
        }

        return found;
    }
}
