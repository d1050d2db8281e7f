using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>Finds other slots that a meeting's members share this week, for someone who cannot make it. Calendars are read again.</summary>
internal sealed class AlternativeSlots(Gathering gathering, PoolCatalogue pools, TimeProvider clock)
{
    private const int MaxSlots = 3;

    // Enough notice that nobody has to hurry.
    private static readonly Duration Notice = Duration.FromHours(2);

    public async Task<IReadOnlyList<Slot>> FindAsync(MeetingRow row, CancellationToken cancellationToken)
    {
        var pool = pools.Find(row.PoolId);
        if (await ReadMembersAsync(row, cancellationToken) is not { } people)
        {
            return [];
        }

        var offerable = OfferableHours.From(clock.GetCurrentInstant() + Notice, row.Week);
        // A lunch moves to another lunch, and nothing else to a time that is kept for lunch.
        var members = people.Select(person => row.Offer == Offer.Lunch
            ? person.Member with { Free = person.Member.FreeAtLunch } : person.Member).ToList();
        var rules = pool.MatchingRules with { GapQuarters = row.Minutes / 15 };
        return [.. SlotChoice.SharedGaps(row.Week, members, rules, offerable, MaxSlots + 1)
            .Select(option => option.Slot).Where(slot => row.Week.At(slot.Start) != row.StartsAt).Take(MaxSlots)
            .OrderBy(slot => slot.Start)];
    }

    /// <summary>
    /// Whether a time is within everyone's working hours and the round's week. Free/busy cannot be used, because it contains the moved
    /// event itself.
    /// </summary>
    public async Task<bool> IsInEveryonesHoursAsync(MeetingRow row, Interval time, CancellationToken cancellationToken) =>
        await ReadMembersAsync(row, cancellationToken) is { } people
        && time.Start > clock.GetCurrentInstant() && time.Start >= row.Week.Start && time.End <= row.Week.End
        && people.All(person => !person.IsOffAt(time.Start) && person.Hours.ShiftsIn(time).Any(
            shift => shift.Start <= time.Start && shift.End >= time.End));

    // Null when someone's calendar could not be read.
    private async Task<IReadOnlyList<PersonSnapshot>?> ReadMembersAsync(MeetingRow row, CancellationToken cancellationToken)
    {
        var ids = row.Coming.Select(member => member.PersonId).ToList();
        var gathered = await gathering.RereadAsync(pools.Find(row.PoolId), ids, row.Week, requireCalendars: true, cancellationToken);
        return gathered.People.Count == ids.Count ? gathered.People : null;
    }
}
