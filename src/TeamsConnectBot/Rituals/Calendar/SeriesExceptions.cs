using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Calendar;

/// <summary>Cancels and moves the occurrences of a series that differ from its rule, for the next 60 days.</summary>
internal sealed class SeriesExceptions(GraphSeries series, GraphEvents events, PlanTimes times)
{
    private static readonly Duration Ahead = Duration.FromDays(60);

    /// <summary>Whether the plan has an occurrence again that was already cancelled in the series.</summary>
    public bool WantsBack(SeriesState state, RitualPlan plan) => state.Cancelled.Any(date => times.Of(plan, date) is not null);

    /// <returns>The state of the series afterwards.</returns>
    public async Task<SeriesState> ApplyAsync(
        string eventId, SeriesState state, RitualPlan plan, Instant now, CancellationToken cancellationToken)
    {
        var window = new Interval(now, now + Ahead);
        var off = PlanTimes.ScheduleOf(plan).After(window.Start).TakeWhile(time => time.Start.ToInstant() < window.End)
            .Select(time => time.Planned.Date)
            .Where(date => !(date < plan.PausedUntil) && times.Of(plan, date) is null && !state.Cancelled.Contains(date))
            .ToHashSet();
        var moves = plan.Exceptions.Where(exception => exception.MovedTo is not null && !state.Moved.Contains(exception)).ToList();
        var others = state.Moved.Where(moved => !moves.Exists(move => move.Date == moved.Date)).ToList();
        var unmoved = others.FindAll(moved => !plan.Exceptions.Contains(moved) && times.Of(plan, moved.Date) is not null);
        if (off.Count == 0 && moves.Count == 0 && unmoved.Count == 0)
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
            else if (moves.Concat(unmoved).Any(move => move.Date == date)
                && times.Of(plan, date) is { } time && time.Start != instance.Start)
            {
                await events.MoveAsync(instance.Id, time.Start, time.End, plan.TimeZone, cancellationToken);
            }
        }

        return state with { Cancelled = [.. state.Cancelled, .. off], Moved = [.. others.Except(unmoved), .. moves] };
    }
}
