using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Data;

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

    /// <summary>What was shown at each step; null before the first step, or when all steps were before steps were kept.</summary>
    public IReadOnlyList<TrialStep>? Steps { get; set; }

    public int Version { get; set; }

    /// <summary>The steps so far. A trial from before they were kept has its newest one only.</summary>
    public IReadOnlyList<TrialStep> StepsSoFar() =>
        Steps ?? (CountedUntil is { } until ? [new TrialStep(until, OneInvitations, OneMet, OtherInvitations, OtherMet)] : []);
}

/// <summary>What had been counted of a trial up to a step: the weeks before a Monday.</summary>
internal sealed record TrialStep(LocalDate Until, int OneInvitations, int OneMet, int OtherInvitations, int OtherMet);

internal sealed class ExperimentRowConfiguration : IEntityTypeConfiguration<ExperimentRow>
{
    public void Configure(EntityTypeBuilder<ExperimentRow> builder)
    {
        builder.ToTable("Trials").HasIndex(row => row.RuleId);
        builder.Property(row => row.OneInvitations).HasDefaultValue(0);
        builder.Property(row => row.OneMet).HasDefaultValue(0);
        builder.Property(row => row.OtherInvitations).HasDefaultValue(0);
        builder.Property(row => row.OtherMet).HasDefaultValue(0);
        builder.Property(row => row.Steps)
            .HasConversion(StoredJson.Of<IReadOnlyList<TrialStep>?>(), StoredJson.Comparer<IReadOnlyList<TrialStep>?>());
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
