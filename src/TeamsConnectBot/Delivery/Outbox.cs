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
        if (await FindAsync(db, personId, kind, subject, sequence, cancellationToken) is { } planned)
        {
            // A message that was dropped before it was sent is wanted after all. One in doubt may have arrived.
            if (planned is { State: MessageState.Dropped, WasInDoubt: false })
            {
                (planned.State, planned.Failure, planned.Attempts) = (MessageState.Planned, null, 0);
                planned.DueAt = dueAt ?? clock.GetCurrentInstant();
            }

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

    private static async Task<Message?> FindAsync(
        ConnectDb db, string personId, MessageKind kind, Guid subject, long sequence, CancellationToken cancellationToken) =>
        db.Messages.Local.FirstOrDefault(
            x => x.PersonId == personId && x.Kind == kind && x.SubjectId == subject && x.Sequence == sequence)
        ?? await db.Messages.FirstOrDefaultAsync(
            x => x.PersonId == personId && x.Kind == kind && x.SubjectId == subject && x.Sequence == sequence, cancellationToken);

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
