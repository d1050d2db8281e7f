using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Data;

/// <summary>A random key, made once, that keeps something from being guessed or counted back.</summary>
internal sealed class KeyRow
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}

internal sealed class KeyRowConfiguration : IEntityTypeConfiguration<KeyRow>
{
    public void Configure(EntityTypeBuilder<KeyRow> builder)
    {
        builder.ToTable("Keys");
        builder.HasKey(row => row.Name);
    }
}
