using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.CheckIns;

/// <summary>Someone has answered this month; neither what nor when is stored.</summary>
internal sealed class CheckInAnsweredRow
{
    public required string PersonId { get; init; }

    /// <summary>The first day of the month.</summary>
    public required LocalDate Month { get; init; }
}

/// <summary>How many people gave one answer to one question in a month. A batch of at least ten answers is added at a time.</summary>
internal sealed class CheckInCountRow
{
    public required string PoolId { get; init; }

    public required LocalDate Month { get; init; }

    /// <summary>1 to 3.</summary>
    public required int Question { get; init; }

    /// <summary>1 (not at all) to 5 (fully).</summary>
    public required int Answer { get; init; }

    public int Count { get; set; }
}

internal sealed class CheckInRowsConfiguration : IEntityTypeConfiguration<CheckInAnsweredRow>, IEntityTypeConfiguration<CheckInCountRow>
{
    public void Configure(EntityTypeBuilder<CheckInAnsweredRow> builder)
    {
        builder.ToTable("CheckInsAnswered");
        builder.HasKey(row => new { row.PersonId, row.Month });
    }

    public void Configure(EntityTypeBuilder<CheckInCountRow> builder)
    {
        builder.ToTable("CheckInCounts");
        builder.HasKey(row => new { row.PoolId, row.Month, row.Question, row.Answer });
    }
}
