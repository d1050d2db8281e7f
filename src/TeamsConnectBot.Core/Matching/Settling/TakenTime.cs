using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>
/// When people already have something through the bot in a week, in whatever pool: pools that share people are settled one after
/// the other, each without what the earlier ones took. It does not wait for a calendar to show the event, and holds for
/// people whose calendar is not read.
/// </summary>
public sealed class TakenTime
{
    private readonly ImmutableDictionary<string, ImmutableArray<Slot>> slots;

    private TakenTime(ImmutableDictionary<string, ImmutableArray<Slot>> slots) => this.slots = slots;

    /// <summary>Nobody has anything yet.</summary>
    public static TakenTime None { get; } = new(ImmutableDictionary.Create<string, ImmutableArray<Slot>>(StringComparer.Ordinal));

    /// <summary>This, and what each of these people now has.</summary>
    /// <param name="groups">Groups of the same week.</param>
    public TakenTime And(IEnumerable<SettledGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return groups.Aggregate(this, (taken, group) => taken.And(group.Members.Select(member => member.Id), group.Slot));
    }

    /// <summary>This, and one slot of these people.</summary>
    public TakenTime And(IEnumerable<string> people, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(people);
        return new TakenTime(slots.SetItems(people.Select(id =>
            KeyValuePair.Create(id, slots.TryGetValue(id, out var earlier) ? earlier.Add(slot) : [slot]))));
    }

    /// <summary>The member without the time that is taken: neither offered nor settled.</summary>
    public PoolMember From(PoolMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return slots.TryGetValue(member.Id, out var taken)
            ? member with { Free = member.Free.Without(WeekAvailability.FromSlots(taken)) }
            : member;
    }

    /// <summary>The answer without the time that is taken.</summary>
    public Answer From(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer with { Member = From(answer.Member) };
    }
}
