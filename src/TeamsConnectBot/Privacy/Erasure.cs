using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Privacy;

/// <summary>How many people were erased on a day, but not who.</summary>
internal sealed class Erasure
{
    public required LocalDate Day { get; init; }

    public int People { get; set; }
}

internal sealed class ErasureConfiguration : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder) => builder.ToTable("Erasures").HasKey(x => x.Day);
}
