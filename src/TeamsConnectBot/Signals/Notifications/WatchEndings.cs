using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>
/// Ends somebody's subscription: from this transaction on, notifications about them are dropped, and Graph is told as soon as possible.
/// The due task for that contains Graph's id, not the person's.
/// </summary>
internal sealed class WatchEndings(Database database, GraphInteractions graph, DueTasks tasks, TimeProvider clock)
{
    public async Task EndAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        if (await db.InteractionWatches.FindAsync([personId], cancellationToken) is not { } watch)
        {
            return;
        }

        db.InteractionWatches.Remove(watch);
        if (Guid.TryParse(watch.SubscriptionId, out var id))
        {
            await tasks.SetAsync(db, DueTaskKind.EndWatch, id, clock.GetCurrentInstant(), cancellationToken);
        }
    }

    public async Task TellGraphAsync(DueTask task, CancellationToken cancellationToken)
    {
        await graph.DeleteAsync(task.SubjectId.ToString(), cancellationToken);
        await database.WriteAsync(db => DueTasks.RemoveAsync(db, DueTaskKind.EndWatch, task.SubjectId, cancellationToken),
            cancellationToken);
    }
}
