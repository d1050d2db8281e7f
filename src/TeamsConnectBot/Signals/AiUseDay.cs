using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Signals;

/// <summary>
/// Whether someone worked with AI on a day, self-reported or from a source they allowed. At most 14 days per person are kept.
/// </summary>
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

    /// <summary>Graph reported an interaction, or none on a day that was watched from beginning to end.</summary>
    Notification,
}

internal sealed class AiUseDayConfiguration : IEntityTypeConfiguration<AiUseDay>
{
    public void Configure(EntityTypeBuilder<AiUseDay> builder) =>
        builder.ToTable("AiUseDays").HasKey(x => new { x.PersonId, x.Day });
}
