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
    private readonly SharedMoments moments = new(week, roster, rules);
    private readonly Dictionary<(MeetingPlace Place, int Start), int> used = [];

    public List<SettledGroup> Assign(IEnumerable<int[]> groups) =>
    [
        .. groups.Select(Assign).OrderBy(group => group.Slot.Start).ThenBy(group => group.Members[0].Id, StringComparer.Ordinal),
    ];

    private SettledGroup Assign(int[] group)
    {
        ImmutableArray<PoolMember> members = [.. group.Select(person => roster.Members[person])];
        var (best, isLunch) = moments.Of(group).MinBy(moment => SharedMoments.Rank(moment, Used(moment.Slot)));
        used[(best.Place, best.Slot.Start)] = Used(best) + 1;
        return new SettledGroup(members, best.Slot, best.Place) { IsLunch = isLunch };
    }

    private int Used(SlotOption option) => used.GetValueOrDefault((option.Place, option.Slot.Start));
}
