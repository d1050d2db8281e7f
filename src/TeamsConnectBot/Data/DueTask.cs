using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace TeamsConnectBot.Data;

/// <summary>Something to do at a time, written in the same transaction as the row it follows from.</summary>
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

    /// <summary>Make the calendar event, then tell everyone.</summary>
    ArrangeConnection,

    /// <summary>Bring the calendar event in line with its connection: time, attendees, or gone.</summary>
    SyncEvent,

    /// <summary>Nobody chose another gap in time.</summary>
    GiveUpMoving,

    /// <summary>The time has passed.</summary>
    FinishConnection,

    /// <summary>Tell Graph that nobody listens to a subscription any more.</summary>
    EndWatch,

    /// <summary>A ritual's next time is due to be announced.</summary>
    AnnounceRitual,

    /// <summary>A ritual's time has passed.</summary>
    FinishOccurrence,

    /// <summary>Bring a ritual's calendar series in line with its plan.</summary>
    SyncRitualEvent,
    CloseVote,

    /// <summary>The bot was away from a team for so long that its rituals there end.</summary>
    LeaveSpace,

    /// <summary>A quarter after a team agreed on its charter.</summary>
    RevisitCharter,
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
