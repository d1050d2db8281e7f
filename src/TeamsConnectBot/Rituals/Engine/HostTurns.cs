using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Changes who hosts a time: by a click on its announcement, or beforehand by name.</summary>
internal sealed class HostTurns(Database database, SpaceMembers members, RitualCalendars calendars, PlanTimes times, PostBox posts, TimeProvider clock)
{
    /// <summary>Makes somebody the next time's host; they take part from now on.</summary>
    /// <returns>Who, and when; null when there is no next time.</returns>
    public async Task<(string Name, Interval Time)?> SetAsync(Ritual ritual, Space space, string memberId, CancellationToken cancellationToken)
    {
        if (times.Next(ritual.Plan, clock.GetCurrentInstant()) is not { } next || await members.FindAsync(space, [memberId], cancellationToken) is not [var host])
        {
            return null;
        }

        await calendars.AddAsync(ritual.Id, [host], cancellationToken);
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

                await HostRotation.SetAsync(db, occurrence, host.PersonId, clock.GetCurrentInstant(), cancellationToken);
                await posts.RefreshAsync(db, occurrence.Id, cancellationToken);
            },
            cancellationToken);
        return (host.Name, new Interval(next.Start, next.End));
    }
}
