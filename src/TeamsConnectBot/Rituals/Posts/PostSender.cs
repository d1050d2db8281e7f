using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Posts;

/// <summary>Runs the due tasks that send and edit posts.</summary>
internal sealed class PostSender(Database database, Sender sender, SpaceTarget spaces, PostCards cards, DueTasks tasks, TimeProvider clock)
{
    private static readonly Duration UntilNextEdit = Duration.FromMinutes(5);

    public async Task SendAsync(DueTask task, CancellationToken cancellationToken)
    {
        if (await sender.SendAsync(spaces, task.SubjectId, cancellationToken) == SendResult.CircuitOpen)
        {
            // Nothing was tried, so this counts as no attempt.
            var until = spaces.RetryAt();
            await database.RunAsync(
                db => db.DueTasks.Where(row => row.Id == task.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, until), cancellationToken),
                cancellationToken);
        }
    }

    public async Task EditAsync(DueTask task, CancellationToken cancellationToken)
    {
        // First postponed, and removed only after the edit: a failure or a crash leaves the edit for later, since a name that was taken
        // off must not stay because Teams was busy. A change during the edit makes the task due at once.
        var later = clock.GetCurrentInstant() + UntilNextEdit;
        var (message, activity) = await database.WriteAsync(
            async db =>
            {
                await tasks.SetAsync(db, DueTaskKind.EditPost, task.SubjectId, later, cancellationToken);
                var found = await SpaceTarget.FindAsync(db, task.SubjectId, cancellationToken);
                return found is { Post: { ActivityId: not null, State: not MessageState.Sending }, Space.LostAt: null }
                    ? (found, await cards.ComposeAsync(db, found.Post, found.Space, cancellationToken))
                    : (found, null);
            },
            cancellationToken);

        // What is being sent now may show the state before the change.
        if (message is { Post.State: MessageState.Sending }
            || (activity is not null && !await sender.EditAsync(message!, message!.Post.ActivityId!, activity, cancellationToken)))
        {
            return;
        }

        await database.RunAsync(
            db => db.DueTasks.Where(row => row.Kind == DueTaskKind.EditPost && row.SubjectId == task.SubjectId && row.DueAt == later)
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
    }
}
