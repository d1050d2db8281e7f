using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Data;

/// <summary>
/// A message to a person or a space in the outbox. Its card is built from the rows when it is sent; only the state of the delivery is
/// stored.
/// </summary>
internal sealed class Message
{
    public required Guid Id { get; init; }

    /// <summary>The recipient; empty for a message to a space.</summary>
    public required string PersonId { get; init; }

    /// <summary>The channel or group chat it goes to; null for a message to a person.</summary>
    public Guid? SpaceId { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>
    /// The invitation, meeting, round, occurrence, proposal, ritual or question it is about; empty for a message about the person alone.
    /// </summary>
    public required Guid SubjectId { get; init; }

    /// <summary>
    /// Distinguishes messages of one kind about one subject, by how many times a meeting was moved, somebody was asked about it,
    /// or the day of a question.
    /// </summary>
    public long Sequence { get; init; }

    /// <summary>When it is sent, or after a failed edit, when it is edited again.</summary>
    public required Instant DueAt { get; set; }

    public required MessageState State { get; set; }

    /// <summary>The id that Teams gave the message.</summary>
    public string? ActivityId { get; set; }

    public Instant? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why it was refused, postponed or dropped: the name of the connector's failure, or of what else kept it.</summary>
    public string? Failure { get; set; }

    /// <summary>
    /// Whether a crash or a lost response ever left it unknown whether the message arrived. Such a message is sent again at most once.
    /// </summary>
    public bool WasInDoubt { get; set; }

    /// <summary>Whether the card shows an outdated state and must be edited. Editing notifies nobody.</summary>
    public bool IsStale { get; set; }

    /// <summary>Whether it asks a person for something that they may not be asked twice: then it is not sent again when in doubt.</summary>
    public bool IsAskedOnce => Kind is MessageKind.Invitation or MessageKind.HelpOffer;

    /// <summary>How often the card became stale, to detect a change that happens during an edit.</summary>
    public int Changes { get; set; }

    /// <summary>Messages about one subject are sent by one process, in order.</summary>
    public int Shard
    {
        get => Sharing.Shard.Of(SubjectId == Guid.Empty && Guid.TryParse(PersonId, out var person) ? person : SubjectId);
        private init { }
    }
}

internal enum MessageKind
{
    Welcome,
    Invitation,
    Connection,
    Moved,
    OtherGap,
    Off,
    NoLuck,
    Reminder,
    DidYouMeet,
    PauseEnding,

    /// <summary>The vote on using the bot.</summary>
    UseVote,

    /// <summary>The announcement of an occurrence. This and those up to <see cref="QuestionsUsedUp"/> go to spaces.</summary>
    Occurrence,

    /// <summary>An occurrence passed while the service was down.</summary>
    Missed,

    /// <summary>A vote of a team.</summary>
    Vote,

    /// <summary>The outcome of a vote of a team.</summary>
    Outcome,

    /// <summary>A better time for a ritual.</summary>
    Protection,

    /// <summary>The bot is back in the channel.</summary>
    Back,

    /// <summary>Something was changed or undone from outside the channel.</summary>
    Changed,

    /// <summary>Another channel of the team was deleted, and the rituals there are suspended.</summary>
    ChannelGone,

    /// <summary>Outlook could not follow a ritual.</summary>
    CalendarBehind,

    /// <summary>Every question was asked within half a year.</summary>
    QuestionsUsedUp,

    /// <summary>A colleague's question, to somebody who may help. This and all that follow go to people again.</summary>
    HelpOffer,

    /// <summary>Nobody was found who helps.</summary>
    HelpNotTaken,

    /// <summary>Help that somebody agreed to give is no longer needed.</summary>
    HelpNotNeeded,

    /// <summary>A question that too few people could be asked, to the pool's host.</summary>
    HelpToHost,

    /// <summary>A question that somebody reported, to the pool's host.</summary>
    HelpReported,

    /// <summary>'Did it help?', to whoever asked.</summary>
    DidItHelp,

    /// <summary>A sentence of thanks, to whoever helped.</summary>
    HelpThanks,

    /// <summary>Something waits for the works council, to those of its members who chose to hear it.</summary>
    ApprovalWaits,
}

internal enum MessageState
{
    Planned,

    /// <summary>Stored before the request is sent, so that a crash at that moment is detected.</summary>
    Sending,

    Accepted,

    Refused,

    /// <summary>It may or may not have arrived, and is not sent again.</summary>
    InDoubt,

    /// <summary>No longer needed when it was due.</summary>
    Dropped,
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.HasIndex(x => new { x.PersonId, x.Kind, x.SubjectId, x.Sequence }).IsUnique();
        builder.HasIndex(x => new { x.State, x.DueAt });
        builder.HasIndex(x => x.SubjectId);
        builder.HasIndex(x => new { x.State, x.DueAt }, "IX_Messages_Stale").HasFilter("\"IsStale\"");
        builder.Property(x => x.Shard).HasDefaultValue(0);
        builder.Property(x => x.Changes).HasDefaultValue(0);
    }
}
