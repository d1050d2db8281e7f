using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Protection;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Finishes an occurrence after its end: updates its card, and has the guardian count the names on it.</summary>
internal sealed class Finishing(Database database, Guardian guardian, TimeProvider clock)
{
    public Task FinishAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await DueTasks.RemoveAsync(db, DueTaskKind.FinishOccurrence, task.SubjectId, cancellationToken);
            if (await db.Occurrences.FindAsync([task.SubjectId], cancellationToken) is { State: OccurrenceState.Announced } occurrence
                && occurrence.Time.End <= clock.GetCurrentInstant())
            {
                occurrence.State = OccurrenceState.Over;
                await StaleCards.MarkAsync(db, occurrence.Id, cancellationToken);
                await guardian.CountAsync(db, occurrence, cancellationToken);
            }
        },
        cancellationToken);
}
