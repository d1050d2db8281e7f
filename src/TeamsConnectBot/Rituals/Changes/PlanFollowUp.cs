using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Changes;

/// <summary>What follows from a new plan: announced times move or are off, the next announcement and the calendar are planned anew.</summary>
internal sealed class PlanFollowUp(PlanTimes times, RitualTimers timers, PostBox posts, TimeProvider clock)
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

    private async Task FollowAsync(ConnectDb db, Ritual ritual, Rows.Occurrence occurrence, Instant now, CancellationToken cancellationToken)
    {
        var time = times.Of(ritual.Plan, occurrence.Date);
        var takesPlace = time is not null && time.Start > now;
        var isSame = takesPlace && occurrence is { State: OccurrenceState.Announced } && occurrence.StartsAt == time!.Start && occurrence.Minutes == ritual.Plan.Minutes;
        if (takesPlace)
        {
            occurrence.State = OccurrenceState.Announced;
            occurrence.StartsAt = time!.Start;
            occurrence.Minutes = ritual.Plan.Minutes;
            if (await db.Messages.AnyAsync(post => post.Kind == MessageKind.Occurrence && post.SubjectId == occurrence.Id, cancellationToken))
            {
                ritual.HandledUntil = Instant.Max(ritual.HandledUntil, time.Start);
            }

            await timers.SetEndAsync(db, occurrence, cancellationToken);
        }
        else
        {
            occurrence.State = OccurrenceState.Off;
        }

        if (!isSame)
        {
            await posts.RefreshAsync(db, occurrence.Id, cancellationToken);
        }
    }
}
