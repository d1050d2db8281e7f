using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rules.Rows;

/// <summary>One version of a rule as it was published or offered for approval. Never changed.</summary>
internal sealed class RuleVersionRow
{
    public required string RuleId { get; init; }

    public required int Number { get; init; }

    public required string Json { get; init; }

    public required string AuthorId { get; init; }

    public required Instant At { get; init; }
}

/// <summary>Where a rule stands. A shipped rule nobody touched has no row.</summary>
internal sealed class RuleStateRow
{
    public required string RuleId { get; init; }

    /// <summary>The newest version in force when the rule is on.</summary>
    public int? ActiveNumber { get; set; }

    public bool IsOn { get; set; }

    /// <summary>The version that waits for the works council.</summary>
    public int? WaitingNumber { get; set; }

    public int Version { get; set; }
}

/// <summary>A change somebody is making. One a rule, for all admins.</summary>
internal sealed class RuleDraftRow
{
    public required string RuleId { get; init; }

    public required string Json { get; set; }

    /// <summary>The version it started from; 0 for a new rule.</summary>
    public required int BasedOn { get; init; }

    public required string AuthorId { get; set; }

    public required Instant At { get; set; }

    public int Version { get; set; }
}

/// <summary>A change that uses more of people's data, with how, and what the works council said.</summary>
internal sealed class RuleApprovalRow
{
    public required Guid Id { get; init; }

    public required string RuleId { get; init; }

    public required int Number { get; init; }

    public required IReadOnlyList<WiderUse> Wider { get; init; }

    public required string AskedById { get; init; }

    public required Instant AskedAt { get; init; }

    public ApprovalState State { get; set; }

    /// <summary>Since when the works council lets it be tried before it decides; null when it does not.</summary>
    public Instant? MayBeTriedSince { get; set; }

    public string? DecidedById { get; set; }

    public string? DecidedByName { get; set; }

    public Instant? DecidedAt { get; set; }

    public int Version { get; set; }
}

internal enum ApprovalState
{
    Waiting,
    Approved,
    Refused,

    /// <summary>A newer change took its place, or the rule was switched off.</summary>
    Superseded,
}

internal sealed class RuleRowsConfiguration :
    IEntityTypeConfiguration<RuleVersionRow>, IEntityTypeConfiguration<RuleStateRow>, IEntityTypeConfiguration<RuleDraftRow>,
    IEntityTypeConfiguration<RuleApprovalRow>
{
    public void Configure(EntityTypeBuilder<RuleVersionRow> builder)
    {
        builder.ToTable("RuleVersions");
        builder.HasKey(row => new { row.RuleId, row.Number });
    }

    public void Configure(EntityTypeBuilder<RuleStateRow> builder)
    {
        builder.ToTable("RuleStates");
        builder.HasKey(row => row.RuleId);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<RuleDraftRow> builder)
    {
        builder.ToTable("RuleDrafts");
        builder.HasKey(row => row.RuleId);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<RuleApprovalRow> builder)
    {
        builder.ToTable("RuleApprovals");
        builder.HasIndex(row => row.State);
        builder.Property(row => row.Wider).HasConversion(StoredJson.Of<IReadOnlyList<WiderUse>>(), StoredJson.Comparer<IReadOnlyList<WiderUse>>());
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
