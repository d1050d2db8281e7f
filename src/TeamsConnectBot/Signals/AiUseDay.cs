using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace TeamsConnectBot.Signals;

/// <summary>A day someone worked with AI, by their own word or by what they allowed. At most 14 a person are kept.</summary>
internal sealed class AiUseDay
{
    public required string PersonId { get; init; }

    public required LocalDate Day { get; init; }

    public required AiUseSource Source { get; init; }

    public required bool Used { get; set; }
}

internal enum AiUseSource
{
    SelfReport,
    UsageReport,

    /// <summary>Graph told that there was an interaction, or that there was none on a day watched whole.</summary>
    Notification,
}

internal sealed class AiUseDayConfiguration : IEntityTypeConfiguration<AiUseDay>
{
    public void Configure(EntityTypeBuilder<AiUseDay> builder) =>
        builder.ToTable("AiUseDays").HasKey(x => new { x.PersonId, x.Day });
}
