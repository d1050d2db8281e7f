using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Audit;

/// <summary>
/// One action of an admin, reader or works-council member. Rows are never changed; each contains the hash of the previous one.
/// </summary>
internal sealed class AuditRow
{
    public required long Number { get; init; }

    public required Instant At { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>The roles the actor had at that moment.</summary>
    public required string Offices { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>The subject of the action, such as a rule's id and version, or a report's name.</summary>
    public required string Subject { get; init; }

    public required string Detail { get; init; }

    public required string PreviousHash { get; init; }

    public string Hash { get; set; } = "";
}

/// <summary>The log's last entry, which puts concurrent entries in order, and shows when entries were deleted from the end.</summary>
internal sealed class AuditHeadRow
{
    public required int Id { get; init; }

    public required long Number { get; set; }

    public required string Hash { get; set; }

    public int Version { get; set; }
}

/// <summary>Stored by name: never rename a value.</summary>
internal enum AuditAction
{
    DraftSaved, DraftDiscarded, Published, ApprovalAsked, Approved, Refused, SwitchedOn, SwitchedOff, Imported, Exported, DryRun,
    EverythingStopped, EverythingStarted, FirstUseApproved, FirstUseRefused, VoteOpened, VoteClosed, TrialStarted, TrialEnded,
    ReportSeen, LogSeen, LogExported, SettingChanged, TryAllowed, Lapsed,
}

internal sealed class AuditRowsConfiguration : IEntityTypeConfiguration<AuditRow>, IEntityTypeConfiguration<AuditHeadRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("AuditEntries").HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.HasIndex(row => row.At);
    }

    public void Configure(EntityTypeBuilder<AuditHeadRow> builder)
    {
        builder.ToTable("AuditHeads").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
