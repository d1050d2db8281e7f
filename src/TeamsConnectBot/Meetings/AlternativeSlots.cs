using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>
/// Finds other slots that a meeting's members share, for someone who cannot make it: in the meeting's week, and only if there is none, in
/// the next. Calendars are read again.
/// </summary>
internal sealed class AlternativeSlots(Gathering gathering, PoolCatalogue pools, TimeProvider clock)
{
    private const int MaxSlots = 3;

    // Enough notice that nobody has to hurry.
    private static readonly Duration Notice = Duration.FromHours(2);

    /// <returns>The slots, counted from the Monday of the meeting's round.</returns>
    public async Task<IReadOnlyList<Slot>> FindAsync(MeetingRow row, CancellationToken cancellationToken)
    {
        var week = Week.Of(row.StartsAt);
        return await FindInAsync(row, week, cancellationToken) is { Count: > 0 } sameWeek
            ? sameWeek
            : await FindInAsync(row, new Week(week.Monday.PlusWeeks(1)), cancellationToken);
    }

    private async Task<IReadOnlyList<Slot>> FindInAsync(MeetingRow row, Week week, CancellationToken cancellationToken)
    {
        var offerable = OfferableHours.From(clock.GetCurrentInstant() + Notice, week);
        if (offerable.Length == 0 || await ReadMembersAsync(row, week, cancellationToken) is not { } people)
        {
            return [];
        }

        var members = people.Select(person => person.Member).ToList();
        var fromRound = row.Week.QuarterHourOf(week.Start);
        return [.. SlotChoice.SharedGaps(week, members, pools.Find(row.PoolId).MatchingRules, offerable, MaxSlots + 1)
            .Select(option => option.Slot).Where(slot => week.At(slot.Start) != row.StartsAt).Take(MaxSlots)
            .OrderBy(slot => slot.Start).Select(slot => slot with { Start = slot.Start + fromRound })];
    }

    /// <summary>
    /// Whether a time is within everyone's working hours, and not after the week the meeting is in now. Free/busy cannot be used, because
    /// it contains the moved event itself.
    /// </summary>
    public async Task<bool> IsInEveryonesHoursAsync(MeetingRow row, Interval time, CancellationToken cancellationToken) =>
        time.Start > clock.GetCurrentInstant() && time.Start >= row.Week.Start && time.End <= Week.Of(row.StartsAt).End
        && await ReadMembersAsync(row, Week.Of(time.Start), cancellationToken) is { } people
        && people.All(person => !person.IsOffAt(time.Start) && person.Hours.ShiftsIn(time).Any(
            shift => shift.Start <= time.Start && shift.End >= time.End));

    // Null when someone's calendar could not be read.
    private async Task<IReadOnlyList<PersonSnapshot>?> ReadMembersAsync(MeetingRow row, Week week, CancellationToken cancellationToken)
    {
        var ids = row.Coming.Select(member => member.PersonId).ToList();
        var gathered = await gathering.RereadAsync(pools.Find(row.PoolId), ids, week, requireCalendars: true, cancellationToken);
        return gathered.People.Count == ids.Count ? gathered.People : null;
    }
}
