using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Slots;

/// <summary>Chooses when and where a known group meets; also used when someone can't make it and another shared gap is looked for.</summary>
public static class SlotChoice
{
    /// <summary>The shared gaps of a group, best first: quiet moments in everyone's day, then in person before online, then earlier ones.</summary>
    /// <param name="week">The round's week.</param>
    /// <param name="members">Two or more people, calendars fresh.</param>
    /// <param name="rules">Gives the meeting's length.</param>
    /// <param name="offerable">The part of the week that can still be used; a gap lies wholly inside it.</param>
    /// <param name="most">At most so many, none overlapping another.</param>
    /// <returns>None when they share no gap or no place.</returns>
    public static ImmutableArray<SlotOption> SharedGaps(
        Week week, IReadOnlyList<PoolMember> members, MatchingRules rules, Slot offerable, int most)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(rules);
        if (members.Count == 0)
        {
            return [];
        }

        var free = members.Skip(1).Aggregate(members[0].Free, (both, member) => both.And(member.Free));
        var starts = Enumerable.Range(Math.Max(0, offerable.Start), Math.Max(0, Math.Min(Week.QuarterHours, offerable.End) - Math.Max(0, offerable.Start)))
            .Select(start => new Slot(start, rules.GapQuarters))
            .Where(slot => slot.End <= offerable.End && free.IsFree(slot));
        return Spread(Rank(week, members, starts), most);
    }

    /// <summary>Orders given slots for a group, best first; those in which someone is not free, or that have no place, are dropped.</summary>
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
                .OrderBy(option => option.Cost)
                .ThenBy(option => option.Place.IsOnline)
                .ThenBy(option => option.Slot.Start),
        ];
    }

    private static ImmutableArray<SlotOption> Spread(ImmutableArray<SlotOption> ranked, int most)
    {
        var chosen = ImmutableArray.CreateBuilder<SlotOption>();
        foreach (var option in ranked)
        {
            if (chosen.Count >= most)
            {
                break;
            }

            if (!chosen.Any(other => other.Slot.Overlaps(option.Slot)))
            {
                chosen.Add(option);
            }
        }

        return chosen.ToImmutable();
    }
}
