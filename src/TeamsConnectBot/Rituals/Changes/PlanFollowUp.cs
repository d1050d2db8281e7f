using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Changes;

/// <summary>
/// Applies a new plan: moves or calls off announced occurrences, and plans the next announcement and the calendar sync again.
/// </summary>
internal sealed class PlanFollowUp(PlanTimes times, RitualTimers timers, TimeProvider clock)
{
    public async Task ApplyAsync(ConnectDb db, Ritual ritual, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        ritual.IsEnded = ritual.Plan.IsEnded;
        ritual.HandledUntil = now;
        var announced = await db.Occurrences.Where(row => row.RitualId == ritual.Id && row.StartsAt > now).ToListAsync(cancellationToken);
        foreach (var occurrence in announced)
        {
            await FollowAsync(db, ritual, occurrence, now, cancellationToken);
        }

        await timers.SetNextAsync(db, ritual, cancellationToken);
        await timers.SetCalendarAsync(db, ritual.Id, cancellationToken);
    }

    private async Task FollowAsync(
        ConnectDb db, Ritual ritual, Occurrence occurrence, Instant now, CancellationToken cancellationToken)
    {
        var before = (occurrence.State, occurrence.StartsAt, occurrence.Minutes);
        if (times.Of(ritual.Plan, occurrence.Date) is { } time && time.Start > now)
        {
            (occurrence.State, occurrence.StartsAt, occurrence.Minutes) = (OccurrenceState.Announced, time.Start, ritual.Plan.Minutes);
            await timers.SetEndAsync(db, occurrence, cancellationToken);
            if (before == (occurrence.State, occurrence.StartsAt, occurrence.Minutes))
            {
                return;
            }
        }
        else
        {
            occurrence.State = OccurrenceState.Off;
        }

        await StaleCards.MarkAsync(db, occurrence.Id, cancellationToken);
    }
}
