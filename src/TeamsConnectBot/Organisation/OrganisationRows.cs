using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Organisation;

/// <summary>A day on which the organisation is closed.</summary>
internal sealed class HolidayRow
{
    public required LocalDate Day { get; init; }

    public required string Nl { get; set; }

    public required string En { get; set; }
}

/// <summary>A public holiday on which the organisation works.</summary>
internal sealed class WorkedHolidayRow
{
    /// <summary>The country's code, such as <c>NL</c>.</summary>
    public required string Country { get; init; }

    /// <summary>The holiday's English name, which tells it apart within its country in every year.</summary>
    public required string Name { get; init; }
}

/// <summary>A contact that <c>help</c> shows. While there are none, those from configuration are shown.</summary>
internal sealed class HumanContactRow
{
    public required Guid Id { get; init; }

    public required int Position { get; set; }

    public required string Name { get; set; }

    /// <summary>For readers of English; empty means as in <see cref="Name"/>.</summary>
    public string NameEn { get; set; } = "";

    public required string Reach { get; set; }

    /// <summary>For readers of English; empty means as in <see cref="Reach"/>.</summary>
    public string ReachEn { get; set; } = "";
}

/// <summary>The organisation's replacement for a text of the cards, in one language.</summary>
internal sealed class OwnText
{
    public required string Language { get; init; }

    /// <summary>The path in <c>Cards/Texts/{language}.json</c>, such as <c>offers.coffee.question</c>.</summary>
    public required string Key { get; init; }

    public required string Text { get; set; }
}

internal sealed class OrganisationRowsConfiguration :
    IEntityTypeConfiguration<HolidayRow>, IEntityTypeConfiguration<WorkedHolidayRow>, IEntityTypeConfiguration<HumanContactRow>,
    IEntityTypeConfiguration<OwnText>
{
    public void Configure(EntityTypeBuilder<HolidayRow> builder) => builder.ToTable("Holidays").HasKey(row => row.Day);

    public void Configure(EntityTypeBuilder<WorkedHolidayRow> builder) =>
        builder.ToTable("WorkedHolidays").HasKey(row => new { row.Country, row.Name });

    public void Configure(EntityTypeBuilder<HumanContactRow> builder)
    {
        builder.ToTable("HumanContacts");
        builder.Property(row => row.NameEn).HasDefaultValue("");
        builder.Property(row => row.ReachEn).HasDefaultValue("");
    }

    public void Configure(EntityTypeBuilder<OwnText> builder) => builder.ToTable("OwnTexts").HasKey(row => new { row.Language, row.Key });
}
