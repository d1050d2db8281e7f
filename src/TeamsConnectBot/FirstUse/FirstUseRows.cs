using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.FirstUse;

/// <summary>
/// A decision on whether the bot may be used at all, by a body that represents staff or by a vote of the participants. The newest applies.
/// </summary>
internal sealed class FirstUseRow
{
    public required Guid Id { get; init; }

    public required FirstUseBody Body { get; init; }

    public required Instant AskedAt { get; init; }

    /// <summary>When a vote closes; null for a body's decision.</summary>
    public Instant? VoteUntil { get; init; }

    public int Yes { get; set; }

    public int No { get; set; }

    public bool? Approved { get; set; }

    public Instant? DecidedAt { get; set; }

    /// <summary>The id of the person who decided for the body; null for a vote.</summary>
    public string? DecidedById { get; set; }

    public string? DecidedByName { get; set; }

    /// <summary>Whether the organisation confirmed that the meetings count as working time.</summary>
    public bool CountsAsWorkingTime { get; set; }

    public int Version { get; set; }
}

/// <summary>Records that a person has voted, but not what they voted.</summary>
internal sealed class VoterRow
{
    public required Guid FirstUseId { get; init; }

    public required string PersonId { get; init; }
}

internal sealed class FirstUseRowsConfiguration : IEntityTypeConfiguration<FirstUseRow>, IEntityTypeConfiguration<VoterRow>
{
    public void Configure(EntityTypeBuilder<FirstUseRow> builder)
    {
        builder.ToTable("FirstUses").HasIndex(row => row.AskedAt);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<VoterRow> builder) =>
        builder.ToTable("Voters").HasKey(row => new { row.FirstUseId, row.PersonId });
}
