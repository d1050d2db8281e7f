using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Availability;

/// <summary>A pool's participants with their availability. In memory for one step of a round, never stored.</summary>
/// <param name="LeftOut">How many people's calendars could not be read, by reason.</param>
internal sealed record PoolSnapshot(IReadOnlyList<PersonSnapshot> People, IReadOnlyDictionary<string, int> LeftOut)
{
    /// <summary>Whether a side of the pool has a group that is too small for an invitation that names nobody, whoever takes part.</summary>
    public bool HasTooSmallGroup { get; init; }

    /// <summary>Whether a side of a two-sided pool has too few people for that now.</summary>
    public bool HasTooSmallSide => HasTooSmallGroup
        || Enum.GetValues<PoolSide>().Any(side => People.Count(person => person.Member.Side == side) < SidedPools.Fewest);
}

/// <summary>One participant with their week.</summary>
/// <param name="CalendarWasRead">False if they did not allow it or have no calendar; their self-reported hours then apply.</param>
internal sealed record PersonSnapshot(
    Participant Participant, DirectoryPerson Entry, PoolMember Member, WorkingHours Hours, bool CalendarWasRead)
{
    /// <summary>Public holidays of their office's country, and days on which the organisation is closed.</summary>
    public ImmutableHashSet<LocalDate> DaysOff { get; init; } = [];

    /// <summary>The same person on a side of a pool; without one if the pool has none (any more).</summary>
    public PersonSnapshot On(PoolSide? side, PoolOptions pool) => pool.SideOf(side) is { } settings
        ? this with { Member = Member with { Side = side, MostMeetings = settings.MostMeetings } }
        : this;

    public bool IsOffAt(Instant moment) => DaysOff.Contains(moment.InZone(Hours.Zone).Date);
}
