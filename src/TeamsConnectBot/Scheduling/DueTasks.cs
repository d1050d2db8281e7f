using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Scheduling;

/// <summary>The timers of all features: at most one task of a kind for a subject, so setting it again moves it.</summary>
internal sealed class DueTasks(TimeProvider clock)
{
    public async Task SetAsync(ConnectDb db, DueTaskKind kind, Guid subject, Instant dueAt, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, kind, subject, cancellationToken) is { } task)
        {
            task.DueAt = dueAt;
            task.Attempts = 0;
            return;
        }

        db.DueTasks.Add(new DueTask { Id = clock.NewId(), Kind = kind, SubjectId = subject, DueAt = dueAt });
    }

    public static async Task RemoveAsync(ConnectDb db, DueTaskKind kind, Guid subject, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, kind, subject, cancellationToken) is { } task)
        {
            db.DueTasks.Remove(task);
        }
    }

    /// <remarks>Also finds a task that this unit of work added and that is not in the database yet.</remarks>
    public static async Task<DueTask?> FindAsync(ConnectDb db, DueTaskKind kind, Guid subject, CancellationToken cancellationToken) =>
        db.DueTasks.Local.FirstOrDefault(task => task.Kind == kind && task.SubjectId == subject)
        ?? await db.DueTasks.FirstOrDefaultAsync(task => task.Kind == kind && task.SubjectId == subject, cancellationToken);
}
