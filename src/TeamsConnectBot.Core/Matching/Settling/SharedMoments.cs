using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>When, where and whether for lunch a group could meet: in gaps that all of them ticked.</summary>
internal sealed class SharedMoments(Week week, Roster roster, MatchingRules rules)
{
    /// <summary>Empty when they share none. The same start can be there twice, for lunch and for something else.</summary>
    public IEnumerable<(SlotOption Slot, bool IsLunch)> Of(int[] group) => Of(group, forLunch: false).Concat(Of(group, forLunch: true));

    /// <summary>
    /// The order in which moments are preferred: whatever costs the people least, in person, where few others are, early, and not for lunch
    /// where something else suits them as well.
    /// </summary>
    public static (int Cost, bool IsOnline, int Used, int Start, bool IsLunch) Rank((SlotOption Slot, bool IsLunch) moment, int used) =>
        (moment.Slot.Cost, moment.Slot.Place.IsOnline, used, moment.Slot.Slot.Start, moment.IsLunch);

    private IEnumerable<(SlotOption Slot, bool IsLunch)> Of(int[] group, bool forLunch)
    {
        var starts = Starts(group, forLunch);
        if (starts.Count == 0)
        {
            return [];
        }

        var quarters = forLunch ? rules.LunchQuarters : rules.GapQuarters;
        List<PoolMember> members = [.. group.Select(person => Free(roster.Members[person], forLunch))];
        return SlotChoice.Rank(week, members, starts.Select(start => new Slot(start, quarters))).Select(option => (option, forLunch));
    }

    private static PoolMember Free(PoolMember member, bool forLunch) =>
        forLunch ? member with { Free = member.Free.Or(member.FreeAtLunch) } : member;

    private List<int> Starts(int[] group, bool forLunch)
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
