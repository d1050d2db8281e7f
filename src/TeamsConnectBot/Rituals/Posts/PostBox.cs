using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Posts;

/// <summary>Puts posts on their way, in the transaction of what they tell. One of a kind about a subject is never two.</summary>
internal sealed class PostBox(Tasks tasks, TimeProvider clock)
{
    private static readonly Duration Again = Duration.FromMinutes(5);

    public async Task AddAsync(ConnectDb db, Space space, PostKind kind, Guid subject, long sequence, CancellationToken cancellationToken)
    {
        if (space.LostAt is not null
            || db.Posts.Local.Any(post => post.Kind == kind && post.SubjectId == subject && post.Sequence == sequence)
            || await db.Posts.AnyAsync(post => post.Kind == kind && post.SubjectId == subject && post.Sequence == sequence, cancellationToken))
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        var added = new Post { Id = clock.NewId(), SpaceId = space.Id, Kind = kind, SubjectId = subject, Sequence = sequence, State = PostState.Planned, AddedAt = now };
        db.Posts.Add(added);
        await tasks.SetAsync(db, DueTaskKind.SendPost, added.Id, now, cancellationToken);
    }

    /// <summary>Has the posts about a subject edited to how things are now, those on their way too. Editing notifies nobody.</summary>
    public async Task RefreshAsync(ConnectDb db, Guid subject, CancellationToken cancellationToken)
    {
        foreach (var id in await db.Posts.Where(post => post.SubjectId == subject && (post.State == PostState.Accepted || post.State == PostState.Sending))
            .Select(post => post.Id).ToListAsync(cancellationToken))
        {
            await tasks.SetAsync(db, DueTaskKind.EditPost, id, clock.GetCurrentInstant(), cancellationToken);
        }
    }

    /// <summary>Has a post edited in a while that can't be edited now.</summary>
    public Task RefreshLaterAsync(ConnectDb db, Post post, CancellationToken cancellationToken) =>
        tasks.SetAsync(db, DueTaskKind.EditPost, post.Id, clock.GetCurrentInstant() + Again, cancellationToken);
}
