using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Availability;

/// <summary>A pool's participants with their availability. In memory for one step of a round, never stored.</summary>
/// <param name="LeftOut">How many people's calendars could not be read, by reason.</param>
internal sealed record PoolSnapshot(IReadOnlyList<PersonSnapshot> People, IReadOnlyDictionary<string, int> LeftOut);

/// <summary>One participant with their week.</summary>
/// <param name="CalendarWasRead">False if they did not allow it or have no calendar; their self-reported hours then apply.</param>
internal sealed record PersonSnapshot(
    Participant Participant, DirectoryPerson Entry, PoolMember Member, WorkingHours Hours, bool CalendarWasRead)
{
    /// <summary>Public holidays of their office's country, and days on which the organisation is closed.</summary>
    public ImmutableHashSet<LocalDate> DaysOff { get; init; } = [];

    public bool IsOffAt(Instant moment) => DaysOff.Contains(moment.InZone(Hours.Zone).Date);
}
