using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace TeamsConnectBot.Privacy.Welcomes;

/// <summary>Somebody who was erased had their welcome: a keyed hash, and nothing else of them.</summary>
internal sealed class WelcomedRow
{
    public required string Key { get; init; }

    /// <summary>The month they were erased in; its first day.</summary>
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
