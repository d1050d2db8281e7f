using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Data;

/// <summary>A random key, created once, that keeps a hash from being reversed or a seed from being guessed.</summary>
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
