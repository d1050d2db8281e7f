using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Rules.Rows;

/// <summary>A trial: two versions of a rule, each for half of the people.</summary>
internal sealed class ExperimentRow
{
    public required Guid Id { get; init; }

    public required string RuleId { get; init; }

    public required int One { get; init; }

    public required int Other { get; init; }

    /// <summary>Determines who belongs to which half.</summary>
    public required long Seed { get; init; }

    public required Instant StartedAt { get; init; }

    public required string StartedById { get; init; }

    public Instant? EndedAt { get; set; }

    /// <summary>The weeks before this Monday were considered; each week is considered once.</summary>
    public LocalDate? ConsideredUntil { get; set; }

    /// <summary>The weeks before this Monday are in the counts below.</summary>
    public LocalDate? CountedUntil { get; set; }

    public int OneInvitations { get; set; }

    public int OneMet { get; set; }

    public int OtherInvitations { get; set; }

    public int OtherMet { get; set; }

    public int Version { get; set; }
}

internal sealed class ExperimentRowConfiguration : IEntityTypeConfiguration<ExperimentRow>
{
    public void Configure(EntityTypeBuilder<ExperimentRow> builder)
    {
        builder.ToTable("Trials").HasIndex(row => row.RuleId);
        builder.Property(row => row.OneInvitations).HasDefaultValue(0);
        builder.Property(row => row.OneMet).HasDefaultValue(0);
        builder.Property(row => row.OtherInvitations).HasDefaultValue(0);
        builder.Property(row => row.OtherMet).HasDefaultValue(0);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
