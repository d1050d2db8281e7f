using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.DoNotMatch;

/// <summary>Someone does not want to be matched with a colleague. No reason, date or name is stored.</summary>
internal sealed class DoNotMatchRow
{
    public required Guid Id { get; init; }

    /// <summary>The owner of the entry.</summary>
    public required string PersonId { get; init; }

    /// <summary>
    /// The colleague, so that the owner's list can name them; null from when the colleague was erased until they join again.
    /// </summary>
    public string? OtherId { get; set; }

    /// <summary>A keyed hash of the colleague's id, so that the entry still works when they were erased and come back.</summary>
    public required string OtherKey { get; init; }
}

internal sealed class DoNotMatchRowConfiguration : IEntityTypeConfiguration<DoNotMatchRow>
{
    public void Configure(EntityTypeBuilder<DoNotMatchRow> builder)
    {
        builder.ToTable("NotWith");
        builder.HasIndex(row => new { row.PersonId, row.OtherKey }).IsUnique();
        builder.HasIndex(row => row.OtherId);
    }
}
