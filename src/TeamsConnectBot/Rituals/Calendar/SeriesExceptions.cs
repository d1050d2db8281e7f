using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Calendar;

/// <summary>
/// Cancels and moves the occurrences of a series that differ from its rule. It looks ahead for 60 days, or further when an exception or the
/// next occurrence but one is further away: a series is synchronised at each change and each announcement, so that none is missed.
/// </summary>
internal sealed class SeriesExceptions(GraphSeries series, GraphEvents events, PlanTimes times)
{
    private static readonly Duration Ahead = Duration.FromDays(60);

    // Graph refuses a calendar view of more than 1825 days.
    private static readonly Duration Farthest = Duration.FromDays(1800);

    /// <summary>Whether the plan has an occurrence again that was already cancelled in the series.</summary>
    public bool WantsBack(SeriesState state, RitualPlan plan) => state.Cancelled.Any(date => times.Of(plan, date) is not null);

    /// <returns>The state of the series afterwards.</returns>
    public async Task<SeriesState> ApplyAsync(
        string eventId, SeriesState state, RitualPlan plan, Instant now, CancellationToken cancellationToken)
    {
        var window = new Interval(now, EndOfWindow(state, plan, now));
        bool IsAhead(PlanException exception) => LatestOf(exception, plan) > now;

        // An occurrence that was moved may be called off after the day it was planned on.
        var off = PlanTimes.ScheduleOf(plan).After(window.Start).TakeWhile(time => time.Start.ToInstant() < window.End)
            .Select(time => time.Planned.Date).Concat(state.Moved.Where(IsAhead).Select(moved => moved.Date))
            .Where(date => !(date < plan.PausedUntil) && times.Of(plan, date) is null && !state.Cancelled.Contains(date))
            .ToHashSet();
        var moves = plan.Exceptions
            .Where(exception => exception.MovedTo is not null && IsAhead(exception) && !state.Moved.Contains(exception)).ToList();
        var unmoved = state.Moved
            .Where(moved => !plan.Exceptions.Contains(moved) && IsAhead(moved) && times.Of(plan, moved.Date) is not null).ToList();
        if (off.Count == 0 && moves.Count == 0 && unmoved.Count == 0)
        {
            return state;
        }

        var toMove = moves.Concat(unmoved).Select(move => move.Date).ToHashSet();
        var found = new HashSet<LocalDate>();
        foreach (var instance in await series.ReadInstancesAsync(eventId, window, cancellationToken))
        {
            var date = instance.OriginalStart.InZone(plan.TimeZone).Date;
            if (off.Contains(date))
            {
                await events.CancelAsync(instance.Id, cancellationToken);
            }
            else if (toMove.Contains(date) && times.Of(plan, date) is { } time)
            {
                found.Add(date);
                if (time.Start != instance.Start)
                {
                    await events.MoveAsync(instance.Id, time.Start, time.End, plan.TimeZone, cancellationToken);
                }
            }
        }

        // An occurrence that was not found has not been moved yet.
        return state with
        {
            Cancelled = [.. state.Cancelled, .. off],
            Moved = [.. state.Moved.Where(moved => !found.Contains(moved.Date)), .. moves.Where(move => found.Contains(move.Date))],
        };
    }

    private Instant EndOfWindow(SeriesState state, RitualPlan plan, Instant now)
    {
        var exceptions = plan.Exceptions.Concat(state.Moved).Select(exception => LatestOf(exception, plan) + Duration.FromDays(1));
        var last = exceptions.Concat(times.Upcoming(plan, now).Take(2).Select(time => time.End)).Append(now + Ahead).Max();
        return Instant.Min(last, now + Farthest);
    }

    // When it was planned or when it takes place, whichever is later.
    private static Instant LatestOf(PlanException exception, RitualPlan plan)
    {
        var planned = exception.Date + plan.At;
        return LocalDateTime.Max(planned, exception.MovedTo ?? planned).InZoneLeniently(plan.TimeZone).ToInstant();
    }
}
