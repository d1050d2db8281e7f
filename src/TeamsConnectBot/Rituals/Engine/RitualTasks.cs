using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Votes;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>Who does what is due for rituals.</summary>
internal sealed class RitualTasks(
    Announcing announcing, Finishing finishing, PostSender posts, SeriesSync series, ClosingVotes votes, Leaving leaving)
{
    public Task RunAsync(DueTask task, CancellationToken cancellationToken) => task.Kind switch
    {
        DueTaskKind.AnnounceRitual => announcing.AnnounceAsync(task, cancellationToken),
        DueTaskKind.FinishOccurrence => finishing.FinishAsync(task, cancellationToken),
        DueTaskKind.SendPost => posts.SendAsync(task, cancellationToken),
        DueTaskKind.EditPost => posts.EditAsync(task, cancellationToken),
        DueTaskKind.SyncRitualEvent => series.SyncAsync(task, cancellationToken),
        DueTaskKind.CloseVote => votes.CloseAsync(task, cancellationToken),
        DueTaskKind.LeaveSpace => leaving.LeaveAsync(task, cancellationToken),
        _ => throw new InvalidOperationException($"No handler for {task.Kind}."),
    };
}
