using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Calendar;

/// <summary>
/// Joins people to rituals, which puts the ritual in their calendar, and removes them. People can only add themselves, and nobody is told
/// who leaves.
/// </summary>
internal sealed class RitualCalendars(Database database, RitualTimers timers, SweepRequests sweeps, TimeProvider clock)
{
    /// <param name="ritualId">The ritual.</param>
    /// <param name="person">Who asked to join.</param>
    /// <param name="allowsCalendar">Whether their calendar may be read to find a better time; null when they were not asked.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task JoinAsync(Guid ritualId, SpaceMember person, bool? allowsCalendar, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async db =>
            {
                var member = await db.RitualMembers.FindAsync([ritualId, person.PersonId], cancellationToken)
                    ?? db.RitualMembers.Add(
                        new RitualMember { RitualId = ritualId, PersonId = person.PersonId, Name = person.Name }).Entity;
                member.Mail = person.Mail;
                if (allowsCalendar is { } allows)
                {
                    member.CalendarAllowedAt = allows ? member.CalendarAllowedAt ?? clock.GetCurrentInstant() : null;
                }

                await timers.SetCalendarAsync(db, ritualId, cancellationToken);
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    public async Task LeaveAsync(Guid ritualId, string personId, CancellationToken cancellationToken)
    {
        await database.WriteAsync(db => RemoveAsync(db, ritualId, personId, cancellationToken), cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    /// <summary>Removes a person from all rituals, or from those in some spaces, and their name from the cards there.</summary>
    public async Task RemoveFromAllAsync(ConnectDb db, string personId, Func<Space, bool>? where, CancellationToken cancellationToken)
    {
        var rituals = await db.Rituals
            .Where(ritual =>
                db.Set<RitualMember>().Any(member => member.RitualId == ritual.Id && member.PersonId == personId)
                || db.Set<Occurrence>().Any(row => row.RitualId == ritual.Id
                    && (row.HostId == personId
                        || db.Set<Coming>().Any(coming => coming.OccurrenceId == row.Id && coming.PersonId == personId))))
            .Join(db.Spaces, ritual => ritual.SpaceId, space => space.Id, (ritual, space) => new { ritual.Id, Space = space })
            .ToListAsync(cancellationToken);
        foreach (var ritual in rituals.Where(ritual => where is null || where(ritual.Space)))
        {
            await RemoveAsync(db, ritual.Id, personId, cancellationToken);
            await RemoveNameAsync(db, ritual.Id, personId, cancellationToken);
        }
    }

    private async Task RemoveAsync(ConnectDb db, Guid ritualId, string personId, CancellationToken cancellationToken)
    {
        if (await db.RitualMembers.FindAsync([ritualId, personId], cancellationToken) is not { } member)
        {
            return;
        }

        db.RitualMembers.Remove(member);
        await timers.SetCalendarAsync(db, ritualId, cancellationToken);
        var now = clock.GetCurrentInstant();
        var hosting = await db.Occurrences.Where(row => row.RitualId == ritualId && row.HostId == personId && row.StartsAt > now)
            .ToListAsync(cancellationToken);
        foreach (var hosted in hosting)
        {
            await HostRotation.PassOnAsync(db, hosted, now, cancellationToken);
            await StaleCards.MarkAsync(db, hosted.Id, cancellationToken);
        }
    }

    private async Task RemoveNameAsync(ConnectDb db, Guid ritualId, string personId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var coming = await db.Coming
            .Where(row => row.PersonId == personId
                && db.Set<Occurrence>().Any(time => time.Id == row.OccurrenceId && time.RitualId == ritualId))
            .ToListAsync(cancellationToken);
        var hosted = await db.Occurrences.Where(row => row.RitualId == ritualId && row.HostId == personId).ToListAsync(cancellationToken);
        db.Coming.RemoveRange(coming);
        foreach (var row in hosted.Where(row => row.HostId == personId))
        {
            if (row.StartsAt > now)
            {
                await HostRotation.PassOnAsync(db, row, now, cancellationToken);
            }
            else
            {
                (row.HostId, row.HostName) = (null, null);
            }
        }

        foreach (var shown in coming.Select(row => row.OccurrenceId).Union(hosted.Select(row => row.Id)))
        {
            await StaleCards.MarkAsync(db, shown, cancellationToken);
        }
    }
}
