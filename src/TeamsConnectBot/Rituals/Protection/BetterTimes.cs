using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>
/// Times at which more of a ritual's members are free, best first. Calendars are read only for this, when the team has said
/// that the ritual no longer suits, and only those of <see cref="AllowedCalendars"/>; where they are too few to be a group none
/// is read. Nothing but the times leaves here.
/// </summary>
internal sealed class BetterTimes(Database database, GraphSchedules schedules, OtherTimes others, PlanTimes times, IOptions<RitualOptions> options, TimeProvider clock)
{
    /// <summary>The four weeks that the words beside the choice name.</summary>
    public static readonly Duration Ahead = Duration.FromDays(28);
    private const int MostTimes = 8;

    // One person's appointment must not show in the order.
    private const int Steps = 5;

    /// <returns>Nothing where it may not be judged.</returns>
    public async Task<IReadOnlyList<RitualPlan>> FindAsync(Guid ritualId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (plan, people) = await database.ReadAsync(
            async db => ((await db.Rituals.FindAsync([ritualId], cancellationToken))?.Plan, await AllowedCalendars.ReadAsync(db, ritualId, now, cancellationToken)),
            cancellationToken);
        if (plan is null || people.Count < options.Value.GroupMinimum)
        {
            return [];
        }

        var known = new List<KnownSchedule>();
        await foreach (var answer in schedules.ReadAsync(people, new Interval(now, now + Ahead), cancellationToken))
        {
            if (answer is KnownSchedule schedule)
            {
                known.Add(schedule);
            }
        }

        return known.Count < options.Value.GroupMinimum ? [] : [.. others.Of(plan).OrderByDescending(other => Suits(other, known, now))];
    }

    // In steps, and the order of equals stays: what changes least comes first.
    private int Suits(RitualPlan plan, List<KnownSchedule> known, Instant now)
    {
        var upcoming = times.Upcoming(plan, now).TakeWhile(time => time.End < now + Ahead).Take(MostTimes).Select(time => new Interval(time.Start, time.End)).ToList();
        var free = upcoming.Sum(time => known.Count(schedule => IsFree(schedule, time)));
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
        return hours.Days.Contains(start.DayOfWeek) && hours.Start <= start.TimeOfDay && end.TimeOfDay <= hours.End && start.Date == end.Date;
    }
}
