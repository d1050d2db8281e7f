using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>
/// Finds times at which more members of a ritual are free, best first. Calendars are read only for this, only after the team voted that the
/// ritual no longer suits, and only those of members who allowed it. If fewer members allowed it than the group minimum, none is read. Only
/// the times leave this class.
/// </summary>
internal sealed class BetterTimes(
    Database database, GraphSchedules schedules, OtherTimes others, PlanTimes times, IOptions<RitualOptions> options, TimeProvider clock)
{
    /// <summary>How far ahead calendars are read: the four weeks that people are told about when they allow it.</summary>
    public static readonly Duration Ahead = Duration.FromDays(28);

    private const int MostTimes = 8;

    // The score is coarse, so that one person's appointment rarely changes the order.
    private const int Steps = 5;

    /// <returns>An empty list when too few calendars may be read, or too few could be.</returns>
    public async Task<IReadOnlyList<RitualPlan>> FindAsync(Guid ritualId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (ritual, people) = await database.ReadAsync(
            async db => (
                await db.Rituals.FindAsync([ritualId], cancellationToken),
                await AllowedAsync(db, ritualId, now, cancellationToken)),
            cancellationToken);
        if (ritual is null || people.Count < options.Value.GroupMinimum)
        {
            return [];
        }

        var known = await schedules.ReadAsync(people, new Interval(now, now + Ahead), cancellationToken).OfType<KnownSchedule>()
            .ToListAsync(cancellationToken);
        return known.Count < options.Value.GroupMinimum
            ? []
            : [.. others.Of(ritual.Plan).OrderByDescending(other => Score(other, known, now))];
    }

    // The calendars of members who paused invitations are not read.
    private static Task<List<MailboxRequest>> AllowedAsync(ConnectDb db, Guid ritualId, Instant now, CancellationToken cancellationToken) =>
        db.RitualMembers
            .Where(member => member.RitualId == ritualId && member.Mail != null && member.CalendarAllowedAt != null
                && !db.Participants.Any(person => person.PersonId == member.PersonId && person.PausedUntil > now))
            .Select(member => new MailboxRequest(member.PersonId, member.Mail)).ToListAsync(cancellationToken);

    // Sorting by the score is stable: of plans with the same score, the smallest change comes first.
    private int Score(RitualPlan plan, List<KnownSchedule> known, Instant now)
    {
        var upcoming = times.Upcoming(plan, now).TakeWhile(time => time.End < now + Ahead).Take(MostTimes).ToList();
        var free = upcoming.Sum(time => known.Count(schedule => IsFree(schedule, time.Interval)));
        return upcoming.Count == 0 ? 0 : free * Steps / (upcoming.Count * known.Count);
    }

    private static bool IsFree(KnownSchedule schedule, Interval time) =>
        schedule.Entries.All(entry => entry.End <= time.Start || time.End <= entry.Start) && IsAtWork(schedule.Hours, time);

    private static bool IsAtWork(MailboxHours? hours, Interval time)
    {
        if (hours is null || hours.End <= hours.Start)
        {
            return true;
        }

        var (start, end) = (time.Start.InZone(hours.Zone), time.End.InZone(hours.Zone));
        return hours.Days.Contains(start.DayOfWeek) && start.Date == end.Date
            && hours.Start <= start.TimeOfDay && end.TimeOfDay <= hours.End;
    }
}
