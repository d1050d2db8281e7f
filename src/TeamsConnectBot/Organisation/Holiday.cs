using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace TeamsConnectBot.Organisation;

/// <summary>A day on which the organisation is closed.</summary>
internal sealed class Holiday
{
    public required LocalDate Day { get; init; }

    public required string Nl { get; set; }

    public required string En { get; set; }
}

internal sealed class HolidayTable : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> holiday)
    {
        holiday.ToTable("Holidays");
        holiday.HasKey(x => x.Day);
    }
}
