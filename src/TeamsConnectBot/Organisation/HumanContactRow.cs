using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Organisation;

/// <summary>Somebody to turn to who is not a bot, as <c>help</c> shows them. While there is none, those of the settings are shown.</summary>
internal sealed class HumanContactRow
{
    public required Guid Id { get; init; }

    public required int Position { get; set; }

    public required string Name { get; set; }

    /// <summary>For whoever reads English; empty: as in <see cref="Name"/>.</summary>
    public string NameEn { get; set; } = "";

    public required string Reach { get; set; }

    /// <summary>For whoever reads English; empty: as in <see cref="Reach"/>.</summary>
    public string ReachEn { get; set; } = "";
}

internal sealed class HumanContactTable : IEntityTypeConfiguration<HumanContactRow>
{
    public void Configure(EntityTypeBuilder<HumanContactRow> contact)
    {
        contact.ToTable("HumanContacts");
        contact.HasKey(x => x.Id);
        contact.Property(x => x.NameEn).HasDefaultValue("");
        contact.Property(x => x.ReachEn).HasDefaultValue("");
    }
}
