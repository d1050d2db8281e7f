using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace TeamsConnectBot.DryRuns;

/// <summary>What a round for everybody of a pool comes to, blurred, counted once a month. All dry-runs of that month go by it.</summary>
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

/// <summary>The answer to one question about a pool, kept for the month: it costs once, and asking again gives the same.</summary>
internal sealed class DryRunAnswerRow
{
    public required string PoolId { get; init; }

    public required LocalDate Month { get; init; }

    /// <summary>A hash of what was asked.</summary>
    public required string Question { get; init; }

    /// <summary>How many people the rules select, blurred.</summary>
    public required int Selected { get; init; }

    /// <summary>What it cost of the month's budget.</summary>
    public required int Price { get; init; }
}

internal sealed class DryRunRowsConfiguration : IEntityTypeConfiguration<DryRunMonthRow>, IEntityTypeConfiguration<DryRunAnswerRow>
{
    public void Configure(EntityTypeBuilder<DryRunMonthRow> builder)
    {
        builder.ToTable("DryRunMonths");
        builder.HasKey(row => new { row.PoolId, row.Month });
    }

    public void Configure(EntityTypeBuilder<DryRunAnswerRow> builder)
    {
        builder.ToTable("DryRunAnswers");
        builder.HasKey(row => new { row.PoolId, row.Month, row.Question });
    }
}
