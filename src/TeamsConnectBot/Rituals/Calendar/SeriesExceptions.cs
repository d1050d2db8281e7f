using NodaTime;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Calendar;

/// <summary>Takes out of a series what does not take place, and moves what takes place at another time, some weeks ahead.</summary>
internal sealed class SeriesExceptions(GraphSeries series, GraphEvents events, PlanTimes times)
{
    private static readonly Duration Ahead = Duration.FromDays(60);

    /// <summary>Whether a time that was taken out is wanted again.</summary>
    public bool WantsBack(SeriesState state, RitualPlan plan) => state.Cancelled.Any(date => times.Of(plan, date) is not null);

    /// <returns>What the series was told by now.</returns>
    public async Task<SeriesState> ApplyAsync(string eventId, SeriesState state, RitualPlan plan, Instant now, CancellationToken cancellationToken)
    {
        var window = new Interval(now, now + Ahead);
        var regular = PlanTimes.ScheduleOf(plan).After(window.Start).Select(time => (time.Planned.Date, Start: time.Start.ToInstant()))
            .TakeWhile(time => time.Start < window.End).Where(time => plan.PausedUntil is not { } until || time.Date >= until).ToList();
        var off = regular.Where(time => times.Of(plan, time.Date) is null && !state.Cancelled.Contains(time.Date)).Select(time => time.Date).ToHashSet();
        var moves = plan.Exceptions.Where(exception => exception.MovedTo is not null && !state.Moved.Contains(exception)).ToList();
        var restored = state.Moved.Where(moved => !plan.Exceptions.Contains(moved) && moves.TrueForAll(move => move.Date != moved.Date) && times.Of(plan, moved.Date) is not null).ToList();
        if (off.Count == 0 && moves.Count == 0 && restored.Count == 0)
        {
            return state;
        }

        foreach (var instance in await series.ReadInstancesAsync(eventId, window, cancellationToken))
        {
            var date = instance.OriginalStart.InZone(plan.TimeZone).Date;
            if (off.Contains(date))
            {
                await events.CancelAsync(instance.Id, cancellationToken);
            }
            else if ((moves.Exists(move => move.Date == date) || restored.Exists(moved => moved.Date == date)) && times.Of(plan, date) is { } time && time.Start != instance.Start)
            {
                await events.MoveAsync(instance.Id, time.Start, time.End, plan.TimeZone, cancellationToken);
            }
        }

        return state with { Cancelled = [.. state.Cancelled, .. off], Moved = [.. state.Moved.Except(restored).Where(moved => moves.TrueForAll(move => move.Date != moved.Date)), .. moves] };
    }
}
