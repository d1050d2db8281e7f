using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rules.Rows;

/// <summary>One version of a rule, as published or submitted for approval. Never changed.</summary>
internal sealed class RuleVersionRow
{
    public required string RuleId { get; init; }

    public required int Number { get; init; }

    public required string Json { get; init; }

    public required string AuthorId { get; init; }

    public required Instant At { get; init; }
}

/// <summary>The state of a rule. A shipped rule that was never changed has no row.</summary>
internal sealed class RuleStateRow
{
    public required string RuleId { get; init; }

    /// <summary>The version that is in force when the rule is on.</summary>
    public int? ActiveNumber { get; set; }

    public bool IsOn { get; set; }

    /// <summary>The version that waits for the works council.</summary>
    public int? WaitingNumber { get; set; }

    public int Version { get; set; }
}

/// <summary>A draft of a change. Each rule has at most one, shared by all admins.</summary>
internal sealed class RuleDraftRow
{
    public required string RuleId { get; init; }

    public required string Json { get; set; }

    /// <summary>The version that was in force, or the newest, when it was last saved; 0 for a new rule.</summary>
    public required int BasedOn { get; set; }

    public required string AuthorId { get; set; }

    public required Instant At { get; set; }

    public int Version { get; set; }
}

/// <summary>A change that uses more personal data, and the works council's decision.</summary>
internal sealed class RuleApprovalRow
{
    public required Guid Id { get; init; }

    public required string RuleId { get; init; }

    public required int Number { get; init; }

    /// <summary>How it uses more data than what is in force, also after that changed by itself.</summary>
    public required IReadOnlyList<WiderUse> Wider { get; set; }

    public required string AskedById { get; init; }

    /// <summary>Who asked, as the works council reads it; null in rows from before it was kept, and for a setting.</summary>
    public string? AskedByName { get; init; }

    public required Instant AskedAt { get; init; }

    public ApprovalState State { get; set; }

    /// <summary>When the works council allowed dry-runs before deciding; null when it did not.</summary>
    public Instant? MayBeTriedSince { get; set; }

    public string? DecidedById { get; set; }

    public string? DecidedByName { get; set; }

    public Instant? DecidedAt { get; set; }

    /// <summary>The reason that the works council gave, for the log and the report.</summary>
    public string? Reason { get; set; }

    /// <summary>The last day of a yes that ends by itself; null when it does not.</summary>
    public LocalDate? Until { get; set; }

    /// <summary>The version that is in force again after that day; null when the rule is then off.</summary>
    public int? BeforeNumber { get; set; }

    public int Version { get; set; }
}

internal enum ApprovalState
{
    Waiting, Approved, Refused,

    /// <summary>Approved until a day that has passed.</summary>
    Lapsed,

    /// <summary>Replaced by a newer change, or the rule was switched off.</summary>
    Superseded,
}

internal sealed class RuleRowsConfiguration :
    IEntityTypeConfiguration<RuleVersionRow>, IEntityTypeConfiguration<RuleStateRow>, IEntityTypeConfiguration<RuleDraftRow>,
    IEntityTypeConfiguration<RuleApprovalRow>
{
    public void Configure(EntityTypeBuilder<RuleVersionRow> builder) =>
        builder.ToTable("RuleVersions").HasKey(row => new { row.RuleId, row.Number });

    public void Configure(EntityTypeBuilder<RuleStateRow> builder)
    {
        builder.ToTable("RuleStates").HasKey(row => row.RuleId);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<RuleDraftRow> builder)
    {
        builder.ToTable("RuleDrafts").HasKey(row => row.RuleId);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<RuleApprovalRow> builder)
    {
        builder.ToTable("RuleApprovals").HasIndex(row => row.State);
        builder.Property(row => row.Wider)
            .HasConversion(StoredJson.Of<IReadOnlyList<WiderUse>>(), StoredJson.Comparer<IReadOnlyList<WiderUse>>());
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
