using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Scheduling;

/// <summary>A period in which nobody was invited because somebody stopped everything.</summary>
internal sealed class StopRow
{
    public required Guid Id { get; init; }

    public required Instant At { get; init; }

    /// <summary>Empty for a vote of the participants.</summary>
    public required string ById { get; init; }

    /// <summary>Whether the works council or the participants stopped everything; then only they can lift the stop.</summary>
    public required bool ByWorksCouncil { get; init; }

    public Instant? LiftedAt { get; set; }

    public string? LiftedById { get; set; }

    public int Version { get; set; }
}

internal sealed class StopRowConfiguration : IEntityTypeConfiguration<StopRow>
{
    public void Configure(EntityTypeBuilder<StopRow> builder)
    {
        builder.ToTable("Stops");
        builder.HasIndex(row => row.LiftedAt);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
