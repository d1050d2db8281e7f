using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Slots;

/// <summary>Where a group can meet at a given time.</summary>
public static class PlaceChoice
{
    /// <summary>
    /// In person when everyone is in the same office that day (counted in each one's own zone) and accepts it; else
    /// online when everyone accepts that; null when neither.
    /// </summary>
    public static MeetingPlace? For(Week week, Slot slot, IReadOnlyList<PoolMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var office = members[0].Office;
        if (office is not null && members.All(member => member.Office == office && IsInOffice(week, slot, member)))
        {
            return MeetingPlace.InPerson(office);
        }

        return members.All(member => member.AcceptsOnline) ? MeetingPlace.Online : null;
    }

    private static bool IsInOffice(Week week, Slot slot, PoolMember member) =>
        member.AcceptsInPerson
        && member.OfficeDays.Contains(week.At(slot.Start).InZone(member.Zone).DayOfWeek)
        && member.OfficeDays.Contains(week.At(slot.End - 1).InZone(member.Zone).DayOfWeek);
}
