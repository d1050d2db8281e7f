using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Data;

/// <summary>Work with a due time, written in the same transaction as the row it follows from.</summary>
internal sealed class DueTask
{
    public required Guid Id { get; init; }

    public required DueTaskKind Kind { get; init; }

    public required Guid SubjectId { get; init; }

    public required Instant DueAt { get; set; }

    public int Attempts { get; set; }

    public int Shard
    {
        get => Sharing.Shard.Of(SubjectId);
        private init { }
    }
}

internal enum DueTaskKind
{
    InviteRound,
    SettleRound,

    /// <summary>Create the calendar event, then tell everyone.</summary>
    ArrangeConnection,

    /// <summary>Update the calendar event to its meeting's time and attendees, or delete it.</summary>
    SyncEvent,

    /// <summary>Once the time to choose another slot is over, carry out the choice, or call the meeting off if none was made.</summary>
    GiveUpMoving,

    /// <summary>The meeting's time has passed.</summary>
    FinishConnection,

    /// <summary>Delete a Graph subscription that is no longer needed.</summary>
    EndWatch,

    /// <summary>Announce a ritual's next occurrence.</summary>
    AnnounceRitual,

    /// <summary>An occurrence of a ritual has passed.</summary>
    FinishOccurrence,

    /// <summary>Update a ritual's calendar series to its plan.</summary>
    SyncRitualEvent,
    CloseVote,

    /// <summary>The bot was removed from a team so long ago that its rituals there end.</summary>
    LeaveSpace,

    /// <summary>A quarter after a team agreed on its charter.</summary>
    RevisitCharter,

    /// <summary>Ask the next colleagues for help.</summary>
    AskColleagues,

    /// <summary>The moment that was announced to whoever asked for help.</summary>
    TellAsker,

    /// <summary>Look for what waits for the works council; only while a member wants to hear of it.</summary>
    TellApprovals,
}

internal sealed class DueTaskConfiguration : IEntityTypeConfiguration<DueTask>
{
    public void Configure(EntityTypeBuilder<DueTask> builder)
    {
        builder.HasIndex(x => x.DueAt);
        builder.HasIndex(x => new { x.Kind, x.SubjectId }).IsUnique();
        builder.Property(x => x.Shard).HasDefaultValue(0);
    }
}
