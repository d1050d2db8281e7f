using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Posts;

/// <summary>Plans messages to spaces, in the transaction of the change they tell about. Nothing is planned for a lost space.</summary>
internal sealed class PostBox(Outbox outbox)
{
    public Task AddAsync(ConnectDb db, Space space, MessageKind kind, Guid subject, long sequence, CancellationToken cancellationToken) =>
        space.LostAt is null ? outbox.AddAsync(db, space.Id, kind, subject, sequence, cancellationToken) : Task.CompletedTask;
}
