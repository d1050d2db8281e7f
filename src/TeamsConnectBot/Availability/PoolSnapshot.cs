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

    /// <summary>Whether the participant's row has another name, address or zone than the directory and the calendar.</summary>
    public bool HasChanged => (Participant.Name, Participant.Mail, Participant.UserPrincipalName, Participant.Zone)
        != (Entry.DisplayName, Entry.Mail, Entry.UserPrincipalName, Zone);

    private string Zone =>
        Member.Zone.Id is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : Participant.Zone;

    /// <summary>Copies name, addresses and zone to their row, for the cards and the event of a meeting.</summary>
    public void CopyTo(Participant row)
    {
        CopyNamesTo(row);
        row.Zone = Zone;
    }

    /// <summary>Copies name and addresses, which change nothing of what the person sees themselves.</summary>
    public void CopyNamesTo(Participant row) =>
        (row.Name, row.Mail, row.UserPrincipalName) = (Entry.DisplayName, Entry.Mail, Entry.UserPrincipalName);

    public bool IsOffAt(Instant moment) => DaysOff.Contains(moment.InZone(Hours.Zone).Date);
}
