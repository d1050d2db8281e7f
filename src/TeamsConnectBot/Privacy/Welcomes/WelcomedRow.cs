using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Privacy.Welcomes;

/// <summary>A person who was welcomed and then erased: a keyed hash, and nothing else about them.</summary>
internal sealed class WelcomedRow
{
    public required string Key { get; init; }

    /// <summary>The first day of the month in which they were erased.</summary>
    public required LocalDate Month { get; init; }
}

internal sealed class WelcomedRowConfiguration : IEntityTypeConfiguration<WelcomedRow>
{
    public void Configure(EntityTypeBuilder<WelcomedRow> builder)
    {
        builder.ToTable("Welcomed");
        builder.HasKey(row => row.Key);
    }
}
