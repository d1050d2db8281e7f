using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Slots;

/// <summary>Chooses when and where a known group meets; also finds another shared gap when someone can't make it.</summary>
public static class SlotChoice
{
    /// <summary>The shared gaps of a group, best first: quiet for everyone, then in person before online, then earlier ones.</summary>
    /// <param name="week">The week of the round.</param>
    /// <param name="members">Two or more people with up-to-date calendars.</param>
    /// <param name="rules">Determine the length of the meeting.</param>
    /// <param name="offerable">The part of the week that can still be used; gaps lie entirely within it.</param>
    /// <param name="most">The largest number of gaps to return; they do not overlap.</param>
    /// <returns>Empty when they share no gap or no place.</returns>
    public static ImmutableArray<SlotOption> SharedGaps(
        Week week, IReadOnlyList<PoolMember> members, MatchingRules rules, Slot offerable, int most)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(rules);
        if (members.Count == 0)
        {
            return [];
        }

        var slots = Enumerable.Range(0, Week.QuarterHours).Select(start => new Slot(start, rules.GapQuarters))
            .Where(slot => slot.Start >= offerable.Start && slot.End <= offerable.End);
        var chosen = ImmutableArray.CreateBuilder<SlotOption>();
        foreach (var option in Rank(week, members, slots))
        {
            if (chosen.Count < most && !chosen.Any(other => other.Slot.Overlaps(option.Slot)))
            {
                chosen.Add(option);
            }
        }

        return chosen.ToImmutable();
    }

    /// <summary>Orders given slots for a group, best first; those at which someone is not free, or without a place, are dropped.</summary>
    public static ImmutableArray<SlotOption> Rank(Week week, IReadOnlyList<PoolMember> members, IEnumerable<Slot> slots)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(slots);
        return
        [
            .. slots.Distinct()
                .Where(slot => members.All(member => member.Free.IsFree(slot)))
                .Select(slot => (Slot: slot, Place: PlaceChoice.For(week, slot, members)))
                .Where(option => option.Place is not null)
                .Select(option => new SlotOption(option.Slot, option.Place!, members.Sum(member => SlotCost.Of(member.Free, option.Slot))))
                .OrderBy(option => (option.Cost, option.Place.IsOnline, option.Slot.Start)),
        ];
    }
}
