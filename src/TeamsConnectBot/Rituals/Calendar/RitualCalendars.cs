using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Calendar;

/// <summary>Whose calendar a ritual stands in. Going in and out is seen by nobody.</summary>
internal sealed class RitualCalendars(Database database, RitualTimers timers, SweepRequests sweeps)
{
    public async Task AddAsync(Guid ritualId, IReadOnlyList<SpaceMember> people, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async db =>
            {
                foreach (var person in people)
                {
                    if (await db.RitualMembers.FindAsync([ritualId, person.PersonId], cancellationToken) is { } known)
                    {
                        known.Mail = person.Mail;
                        continue;
                    }

                    db.RitualMembers.Add(new RitualMember { RitualId = ritualId, PersonId = person.PersonId, Name = person.Name, Mail = person.Mail });
                }

                await timers.SetCalendarAsync(db, ritualId, cancellationToken);
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    public async Task RemoveAsync(Guid ritualId, string personId, CancellationToken cancellationToken)
    {
        await database.WriteAsync(db => RemoveAsync(db, ritualId, personId, cancellationToken), cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    /// <summary>Takes somebody out of every ritual, or of those in some spaces.</summary>
    public async Task RemoveFromAllAsync(ConnectDb db, string personId, Func<Space, bool>? where, CancellationToken cancellationToken)
    {
        var rituals = await db.RitualMembers.Where(member => member.PersonId == personId)
            .Join(db.Rituals, member => member.RitualId, ritual => ritual.Id, (_, ritual) => ritual)
            .Join(db.Spaces, ritual => ritual.SpaceId, space => space.Id, (ritual, space) => new { ritual.Id, Space = space }).ToListAsync(cancellationToken);
        foreach (var ritual in rituals.Where(ritual => where is null || where(ritual.Space)))
        {
            await RemoveAsync(db, ritual.Id, personId, cancellationToken);
        }
    }

    private async Task RemoveAsync(ConnectDb db, Guid ritualId, string personId, CancellationToken cancellationToken)
    {
        if (await db.RitualMembers.FindAsync([ritualId, personId], cancellationToken) is { } member)
        {
            db.RitualMembers.Remove(member);
            await timers.SetCalendarAsync(db, ritualId, cancellationToken);
        }
    }
}
