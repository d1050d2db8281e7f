using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Plans messages to people and spaces, in the transaction of what they are about. No message is planned twice.</summary>
internal sealed class Outbox(TimeProvider clock)
{
    public Task AddAsync(
        ConnectDb db, Participant person, MessageKind kind, Guid subject, int sequence = 0, Instant? dueAt = null,
        CancellationToken cancellationToken = default) =>
        AddAsync(db, person.PersonId, null, kind, subject, sequence, dueAt, cancellationToken);

    public Task AddAsync(ConnectDb db, Guid spaceId, MessageKind kind, Guid subject, long sequence, CancellationToken cancellationToken) =>
        AddAsync(db, "", spaceId, kind, subject, sequence, null, cancellationToken);

    private async Task AddAsync(
        ConnectDb db, string personId, Guid? spaceId, MessageKind kind, Guid subject, long sequence, Instant? dueAt,
        CancellationToken cancellationToken)
    {
        if (db.Messages.Local.Any(x => x.PersonId == personId && x.Kind == kind && x.SubjectId == subject && x.Sequence == sequence)
            || await db.Messages.AnyAsync(
                x => x.PersonId == personId && x.Kind == kind && x.SubjectId == subject && x.Sequence == sequence, cancellationToken))
        {
            return;
        }

        db.Messages.Add(new Message
        {
            Id = clock.NewId(),
            PersonId = personId,
            SpaceId = spaceId,
            Kind = kind,
            SubjectId = subject,
            Sequence = sequence,
            DueAt = dueAt ?? clock.GetCurrentInstant(),
            State = MessageState.Planned,
        });
    }

    /// <summary>Drops messages about a subject that have not been sent yet.</summary>
    public static async Task DropPlannedAsync(
        ConnectDb db, Guid subject, IReadOnlyCollection<MessageKind> kinds, CancellationToken cancellationToken)
    {
        var planned = await db.Messages.Where(message => message.SubjectId == subject && message.State == MessageState.Planned)
            .ToListAsync(cancellationToken);
        foreach (var message in planned.Union(db.Messages.Local).Where(message =>
            message.SubjectId == subject && message.State == MessageState.Planned && kinds.Contains(message.Kind)))
        {
            message.State = MessageState.Dropped;
        }
    }
}
