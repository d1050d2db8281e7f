using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Takes the turn to host the next time, before or after it is announced. Only for oneself.</summary>
internal sealed class HostTurns(Database database, PlanTimes times, PostBox posts, TimeProvider clock)
{
    /// <returns>When it is; null when there is no next time.</returns>
    public async Task<Interval?> TakeAsync(Ritual ritual, Visitor visitor, CancellationToken cancellationToken)
    {
        if (NextOf(ritual) is not { } next)
        {
            return null;
        }

        await database.WriteAsync(
            async db =>
            {
                var occurrence = await db.Occurrences.SingleOrDefaultAsync(row => row.RitualId == ritual.Id && row.Date == next.Date, cancellationToken);
                if (occurrence is null)
                {
                    occurrence = new Rows.Occurrence
                    {
                        Id = clock.NewId(), RitualId = ritual.Id, Date = next.Date, StartsAt = next.Start, Minutes = ritual.Plan.Minutes,
                        State = OccurrenceState.Announced, Nonce = Nonce.New(),
                    };
                    db.Occurrences.Add(occurrence);
                }

                await HostRotation.TakeAsync(db, occurrence, visitor.PersonId, visitor.Name, clock.GetCurrentInstant(), cancellationToken);
                await posts.RefreshAsync(db, occurrence.Id, cancellationToken);
            },
            cancellationToken);
        return new Interval(next.Start, next.End);
    }

    public PlannedTime? NextOf(Ritual ritual) => times.Next(ritual.Plan, clock.GetCurrentInstant());
}
