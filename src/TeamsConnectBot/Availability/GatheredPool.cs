using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Availability;

/// <summary>A pool as Graph and the participants' own words tell it. In memory for one step of a round, never stored.</summary>
internal sealed record GatheredPool(IReadOnlyList<GatheredPerson> People, IReadOnlyDictionary<string, int> LeftOut);

/// <summary>One participant with their week.</summary>
/// <param name="CalendarWasRead">False where they allow no calendar or have none, and their own word counts.</param>
internal sealed record GatheredPerson(
    Participant Participant, DirectoryPerson Entry, PoolMember Member, WorkingHours Hours, bool CalendarWasRead)
{
    /// <summary>Public holidays of their office's country and days the organisation is closed.</summary>
    public ImmutableHashSet<LocalDate> DaysOff { get; init; } = [];

    public bool IsOffAt(Instant moment) => DaysOff.Contains(moment.InZone(Hours.Zone).Date);
}
