using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.DryRuns;

/// <summary>The blurred result of a round for everybody in a pool, counted once a month and used by all dry-runs of that month.</summary>
internal sealed class DryRunMonthRow
{
    public required string PoolId { get; init; }

    /// <summary>The first day of the month.</summary>
    public required LocalDate Month { get; init; }

    public required int Audience { get; init; }

    public required int Asked { get; init; }

    public required int Pairs { get; init; }

    public required int Repeats { get; init; }

    public required int GraphCalls { get; init; }
}

/// <summary>The answer to one question about a pool, stored for the month, so that asking again costs nothing.</summary>
internal sealed class DryRunAnswerRow
{
    public required string PoolId { get; init; }

    public required LocalDate Month { get; init; }

    /// <summary>A hash of the question.</summary>
    public required string Question { get; init; }

    /// <summary>How many people the rules select, blurred.</summary>
    public required int Selected { get; init; }

    /// <summary>What it cost from the month's budget.</summary>
    public required int Price { get; init; }
}

internal sealed class DryRunRowsConfiguration : IEntityTypeConfiguration<DryRunMonthRow>, IEntityTypeConfiguration<DryRunAnswerRow>
{
    public void Configure(EntityTypeBuilder<DryRunMonthRow> builder) =>
        builder.ToTable("DryRunMonths").HasKey(row => new { row.PoolId, row.Month });

    public void Configure(EntityTypeBuilder<DryRunAnswerRow> builder) =>
        builder.ToTable("DryRunAnswers").HasKey(row => new { row.PoolId, row.Month, row.Question });
}
