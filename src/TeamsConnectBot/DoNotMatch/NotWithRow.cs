using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.DoNotMatch;

/// <summary>Someone does not want to be brought together with a colleague. No reason, no date, no name.</summary>
internal sealed class NotWithRow
{
    public required Guid Id { get; init; }

    /// <summary>Whose wish it is.</summary>
    public required string PersonId { get; init; }

    /// <summary>The colleague, so that the person's own list can name them; null once the colleague was erased, until they join again.</summary>
    public string? OtherId { get; set; }

    /// <summary>A keyed hash of the colleague's id: the wish still holds when they were erased and come back.</summary>
    public required string OtherKey { get; init; }
}

internal sealed class NotWithRowConfiguration : IEntityTypeConfiguration<NotWithRow>
{
    public void Configure(EntityTypeBuilder<NotWithRow> builder)
    {
        builder.ToTable("NotWith");
        builder.HasIndex(row => new { row.PersonId, row.OtherKey }).IsUnique();
        builder.HasIndex(row => row.OtherId);
    }
}
