using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>Finds other slots that a meeting's members share this week, for someone who cannot make it. Calendars are read again.</summary>
internal sealed class AlternativeSlots(
    Database database, Gathering gathering, PoolCatalogue pools, QuestionMeetings questions, TimeProvider clock)
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

        var taken = WeekAvailability.FromSlots(await TakenElsewhereAsync(row, cancellationToken));
        var offerable = OfferableHours.From(clock.GetCurrentInstant() + Notice, row.Week);

        // A lunch moves to another lunch, and nothing else to a time that is kept for lunch.
        var members = people.Select(person => person.Member with
        {
            Free = (row.Offer == Offer.Lunch ? person.Member.FreeAtLunch : person.Member.Free).Without(taken),
        }).ToList();
        if (row.IsForQuestion)
        {
            return await BeforeDeadlineAsync(row, members, offerable, cancellationToken);
        }

        var rules = pool.MatchingRules with { GapQuarters = row.Minutes / 15 };
        return [.. SlotChoice.SharedGaps(row.Week, members, rules, offerable, MaxSlots + 1)
            .Select(option => option.Slot).Where(slot => row.Week.At(slot.Start) != row.StartsAt).Take(MaxSlots)
            .OrderBy(slot => slot.Start)];
    }

    // Help is online, as long as was asked for, and over by the deadline.
    private async Task<IReadOnlyList<Slot>> BeforeDeadlineAsync(
        MeetingRow row, List<PoolMember> members, Slot offerable, CancellationToken cancellationToken)
    {
        var question = await database.ReadAsync(db => questions.FindAsync(db, row, cancellationToken), cancellationToken);
        var both = members.Select(member => member.Free).Aggregate((one, other) => one.And(other));
        var within = new Interval(
            row.Week.At(offerable.Start), Instant.Max(row.Week.At(offerable.Start), question?.Deadline ?? Instant.MinValue));
        var length = (row.Minutes + 14) / 15;
        return [.. HelpSlots.Choose(new Dictionary<Week, WeekAvailability> { [row.Week] = both }, row.Minutes, within)
            .Where(start => start != row.StartsAt).Select(start => new Slot(row.Week.QuarterHourOf(start), length))];
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

    // In a pool with two sides somebody can have another meeting this week, which no calendar shows when theirs is not read, or be choosing
    // another slot for that one too.
    private async Task<List<Slot>> TakenElsewhereAsync(MeetingRow row, CancellationToken cancellationToken)
    {
        var ids = row.Coming.Select(member => member.PersonId).ToList();
        var others = await database.ReadAsync(
            db => db.Meetings.Include(other => other.Members).Where(other => other.Id != row.Id && other.Monday == row.Monday
                    && (other.State == MeetingState.Settled || other.State == MeetingState.Announced || other.State == MeetingState.Moving)
                    && other.Members.Any(member => ids.Contains(member.PersonId) && member.Coming))
                .ToListAsync(cancellationToken),
            cancellationToken);
        return [.. others.Select(SlotOf), .. others.SelectMany(other => other.Coming).Where(member => ids.Contains(member.PersonId))
            .SelectMany(member => member.OtherGaps ?? [])];
    }

    private static Slot SlotOf(MeetingRow row)
    {
        var start = row.Week.QuarterHourOf(row.StartsAt);
        return new Slot(start, row.Week.QuarterHourOf(row.EndsAt - Duration.Epsilon) + 1 - start);
    }

    // Null when someone's calendar could not be read.
    private async Task<IReadOnlyList<PersonSnapshot>?> ReadMembersAsync(MeetingRow row, CancellationToken cancellationToken)
    {
        var ids = row.Coming.Select(member => member.PersonId).ToList();
        var gathered = await gathering.RereadAsync(pools.Find(row.PoolId), ids, row.Week, requireCalendars: true, cancellationToken);
        return gathered.People.Count == ids.Count ? gathered.People : null;
    }
}
