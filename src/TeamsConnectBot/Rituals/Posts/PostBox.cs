using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Posts;

/// <summary>Plans posts to spaces, in the transaction of what they are about. Each post is made only once.</summary>
internal sealed class PostBox(DueTasks tasks, TimeProvider clock)
{
    public async Task AddAsync(ConnectDb db, Space space, PostKind kind, Guid subject, long sequence, CancellationToken cancellationToken)
    {
        if (space.LostAt is not null
            || db.Posts.Local.Any(post => post.Kind == kind && post.SubjectId == subject && post.Sequence == sequence)
            || await db.Posts.AnyAsync(post => post.Kind == kind && post.SubjectId == subject && post.Sequence == sequence, cancellationToken))
        {
            return;
        }

        var post = new Post
        {
            Id = clock.NewId(),
            SpaceId = space.Id,
            Kind = kind,
            SubjectId = subject,
            Sequence = sequence,
            State = MessageState.Planned,
            AddedAt = clock.GetCurrentInstant(),
        };
        db.Posts.Add(post);
        await tasks.SetAsync(db, DueTaskKind.SendPost, post.Id, post.AddedAt, cancellationToken);
    }

    /// <summary>Has the posts about a subject edited to the current state, also those being sent. Editing notifies nobody.</summary>
    public async Task RefreshAsync(ConnectDb db, Guid subject, CancellationToken cancellationToken)
    {
        var shown = db.Posts.Where(post => post.SubjectId == subject && (post.State == MessageState.Accepted || post.State == MessageState.Sending));
        foreach (var id in await shown.Select(post => post.Id).ToListAsync(cancellationToken))
        {
            await tasks.SetAsync(db, DueTaskKind.EditPost, id, clock.GetCurrentInstant(), cancellationToken);
        }
    }
}
