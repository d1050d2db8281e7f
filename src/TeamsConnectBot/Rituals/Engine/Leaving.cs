using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Ends the rituals of a space that has been lost for a week, which removes them from the calendars.</summary>
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

            foreach (var ritual in await db.LiveRitualsAsync(space.Id, cancellationToken))
            {
                ritual.Plan = ritual.Plan with { IsEnded = true };
                ritual.IsEnded = true;
                await timers.SetCalendarAsync(db, ritual.Id, cancellationToken);
            }
        },
        cancellationToken);
}
