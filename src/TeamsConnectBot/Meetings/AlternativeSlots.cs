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

/// <summary>
/// Finds other slots that a meeting's members share, for someone who cannot make it: in the meeting's week, and only if there is none, in
/// the next. Calendars are read again.
/// </summary>
internal sealed class AlternativeSlots(
    Database database, Gathering gathering, PoolCatalogue pools, QuestionMeetings questions, TimeProvider clock)
{
    private const int MaxSlots = 3;

    // Enough notice that nobody has to hurry.
    private static readonly Duration Notice = Duration.FromHours(2);

    /// <param name="row">The meeting.</param>
    /// <param name="choosingId">Who chooses one of the slots.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>The slots, counted from the Monday of the meeting's round.</returns>
    public async Task<IReadOnlyList<Slot>> FindAsync(MeetingRow row, string choosingId, CancellationToken cancellationToken)
    {
        var week = Week.Of(row.StartsAt);
        return await FindInAsync(row, choosingId, week, cancellationToken) is { Count: > 0 } sameWeek
            ? sameWeek
            : await FindInAsync(row, choosingId, new Week(week.Monday.PlusWeeks(1)), cancellationToken);
    }

    private async Task<IReadOnlyList<Slot>> FindInAsync(MeetingRow row, string choosingId, Week week, CancellationToken cancellationToken)
    {
        var offerable = OfferableHours.From(clock.GetCurrentInstant() + Notice, week);
        if (offerable.Length == 0 || await ReadMembersAsync(row, week, cancellationToken) is not { } people)
        {
            return [];
        }

        var taken = await TakenElsewhereAsync(row, week, cancellationToken);
        var agreed = await database.ReadAsync(db => AgreedAsync(db, row, week, cancellationToken), cancellationToken);
        var members = people.Select(person => person.Member with { Free = FreeOf(person) }).ToList();
        if (row.IsForQuestion)
        {
            return await BeforeDeadlineAsync(row, week, members, offerable, cancellationToken);
        }

        var rules = pools.Find(row.PoolId).MatchingRules with { GapQuarters = row.Minutes / 15 };
        var fromRound = row.Week.QuarterHourOf(week.Start);

        // The event and the cards keep the place, so a meeting at an office moves to another moment at which all are there.
        return [.. SlotChoice.SharedGaps(week, members, rules, offerable, most: Week.QuarterHours)
            .Where(option => row.Office is null || option.Place.Office == row.Office)
            .Select(option => option.Slot).Where(slot => week.At(slot.Start) != row.StartsAt).Take(MaxSlots)
            .OrderBy(slot => slot.Start).Select(slot => slot with { Start = slot.Start + fromRound })];

        WeekAvailability FreeOf(PersonSnapshot person)
        {
            // A lunch moves to another lunch, and nothing else to a time that is kept for lunch.
            var free = (row.Offer == Offer.Lunch ? person.Member.FreeAtLunch : person.Member.Free).Without(taken);

            // Without a calendar, somebody is known to be free only at the moments they agreed to. Whoever chooses knows for themselves.
            return person.CalendarWasRead || person.Member.Id == choosingId
                ? free
                : free.And(WeekAvailability.FromSlots(agreed[person.Member.Id]));
        }
    }

    // What people ticked in the meeting's round, or what the helper could choose from; none of it in another week than the meeting's first.
    private async Task<ILookup<string, Slot>> AgreedAsync(ConnectDb db, MeetingRow row, Week week, CancellationToken cancellationToken)
    {
        IEnumerable<(string PersonId, Interval Time)> agreed;
        if (row.IsForQuestion)
        {
            var length = Duration.FromMinutes(row.Minutes);
            var offered = await questions.OfferedAsync(db, row, cancellationToken);
            agreed = from member in row.Coming from start in offered select (member.PersonId, new Interval(start, start + length));
        }
        else
        {
            var ids = row.Coming.Select(member => member.PersonId).ToList();
            var invitations = await db.Invitations.Where(
                invitation => invitation.RoundId == row.RoundId && ids.Contains(invitation.PersonId)).ToListAsync(cancellationToken);
            agreed = from invitation in invitations from slot in invitation.Ticked select (invitation.PersonId, row.Week.Of(slot));
        }

        return agreed.Where(one => IsIn(week, one.Time)).ToLookup(one => one.PersonId, one => SlotOf(week, one.Time));
    }

    private static bool IsIn(Week week, Interval time) => time.Start >= week.Start && time.End <= week.End;

    // Help is online, as long as was asked for, and over by the deadline.
    private async Task<IReadOnlyList<Slot>> BeforeDeadlineAsync(
        MeetingRow row, Week week, List<PoolMember> members, Slot offerable, CancellationToken cancellationToken)
    {
        var question = await database.ReadAsync(db => questions.FindAsync(db, row, cancellationToken), cancellationToken);
        var both = members.Select(member => member.Free).Aggregate((one, other) => one.And(other));
        var from = week.At(offerable.Start);
        var within = new Interval(from, Instant.Max(from, question?.Deadline ?? Instant.MinValue));
        var length = (row.Minutes + 14) / 15;
        return [.. HelpSlots.Choose(new Dictionary<Week, WeekAvailability> { [week] = both }, row.Minutes, within, from)
            .Where(start => start != row.StartsAt).Select(start => new Slot(row.Week.QuarterHourOf(start), length))];
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

    // In a pool with two sides somebody can have another meeting this week, which no calendar shows when theirs is not read, or be choosing
    // another slot for that one too.
    private async Task<WeekAvailability> TakenElsewhereAsync(MeetingRow row, Week week, CancellationToken cancellationToken)
    {
        var ids = row.Coming.Select(member => member.PersonId).ToList();

        // What can be chosen for another meeting lies in its week or the next.
        var (before, until) = (week.Start - Duration.FromDays(7), week.End);
        var others = await database.ReadAsync(
            db => db.Meetings.Include(other => other.Members).Where(other => other.Id != row.Id
                    && (other.Monday == row.Monday || (other.StartsAt >= before && other.StartsAt < until))
                    && (other.State == MeetingState.Settled || other.State == MeetingState.Announced || other.State == MeetingState.Moving)
                    && other.Members.Any(member => ids.Contains(member.PersonId) && member.Coming))
                .ToListAsync(cancellationToken),
            cancellationToken);
        var chosen = others.SelectMany(other => other.Coming.Where(member => ids.Contains(member.PersonId))
            .SelectMany(member => (member.OtherGaps ?? []).Select(other.Week.Of)));
        return WeekAvailability.FromSlots(others.Select(other => other.Time).Concat(chosen)
            .Where(time => IsIn(week, time)).Select(time => SlotOf(week, time)));
    }

    private static Slot SlotOf(Week week, Interval time)
    {
        var start = week.QuarterHourOf(time.Start);
        return new Slot(start, week.QuarterHourOf(time.End - Duration.Epsilon) + 1 - start);
    }

    // Null when someone's calendar could not be read, or nothing of this week may be read.
    private async Task<IReadOnlyList<PersonSnapshot>?> ReadMembersAsync(MeetingRow row, Week week, CancellationToken cancellationToken)
    {
        var ids = row.Coming.Select(member => member.PersonId).ToList();
        var whole = new Interval(week.Start, week.End);
        if ((row.IsForQuestion ? await BeforeDeadlineAsync(row, week, cancellationToken) : whole) is not { } part)
        {
            return null;
        }

        var gathered = await gathering.RereadAsync(pools.Find(row.PoolId), ids, part, requireCalendars: true, cancellationToken);
        return gathered.People.Count == ids.Count ? gathered.People : null;
    }

    // For a question, calendars are read until its deadline and no further.
    private async Task<Interval?> BeforeDeadlineAsync(MeetingRow row, Week week, CancellationToken cancellationToken)
    {
        var question = await database.ReadAsync(db => questions.FindAsync(db, row, cancellationToken), cancellationToken);
        var now = clock.GetCurrentInstant();
        var until = Instant.Max(now, question?.Deadline ?? row.EndsAt);
        return Week.PartsOf(new Interval(now, until)).Where(part => Week.Of(part.Start) == week).Cast<Interval?>().FirstOrDefault();
    }
}
