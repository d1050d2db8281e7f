using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace TeamsConnectBot.Audit;

/// <summary>One act in office. Rows are added, never changed; each holds the hash of the one before.</summary>
internal sealed class AuditRow
{
    public required long Number { get; init; }

    public required Instant At { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>In which offices they acted.</summary>
    public required string Offices { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>What it was about: a rule's id and version, a report's name.</summary>
    public required string Subject { get; init; }

    public required string Detail { get; init; }

    public required string PreviousHash { get; init; }

    public string Hash { get; set; } = "";
}

/// <summary>The log's last entry, so that of two entries at once one comes after the other, and a cut-off end is noticed.</summary>
internal sealed class AuditHeadRow
{
    public required int Id { get; init; }

    public required long Number { get; set; }

    public required string Hash { get; set; }

    public int Version { get; set; }
}

/// <summary>Kept by name: never rename.</summary>
internal enum AuditAction
{
    DraftSaved,
    DraftDiscarded,
    Published,
    ApprovalAsked,
    Approved,
    Refused,
    SwitchedOn,
    SwitchedOff,
    Imported,
    Exported,
    DryRun,
    EverythingStopped,
    EverythingStarted,
    FirstUseApproved,
    FirstUseRefused,
    VoteOpened,
    VoteClosed,
    TrialStarted,
    TrialEnded,
    ReportSeen,
    LogSeen,
    LogExported,
    SettingChanged,
    TryAllowed,
}

internal sealed class AuditRowsConfiguration : IEntityTypeConfiguration<AuditRow>, IEntityTypeConfiguration<AuditHeadRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.HasIndex(row => row.At);
    }

    public void Configure(EntityTypeBuilder<AuditHeadRow> builder)
    {
        builder.ToTable("AuditHeads");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
