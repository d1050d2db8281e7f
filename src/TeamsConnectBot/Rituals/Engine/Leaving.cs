using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>A week after the bot could last write somewhere: its rituals there end and leave the calendars.</summary>
internal sealed class Leaving(Database database, RitualTimers timers)
{
    public Task LeaveAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await DueTasks.RemoveAsync(db, DueTaskKind.LeaveSpace, task.SubjectId, cancellationToken);
            if (await db.Spaces.FindAsync([task.SubjectId], cancellationToken) is not { LostAt: not null } space)
            {
                return;
            }

            foreach (var ritual in await db.Rituals.Where(row => row.SpaceId == space.Id && !row.IsEnded).ToListAsync(cancellationToken))
            {
                ritual.Plan = ritual.Plan with { IsEnded = true };
                ritual.IsEnded = true;
                await timers.SetCalendarAsync(db, ritual.Id, cancellationToken);
            }
        },
        cancellationToken);
}
