using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Data;

/// <summary>One choice someone made about one layer; rows are added, never changed.</summary>
internal sealed class Consent
{
    public required Guid Id { get; init; }

    public required string PersonId { get; init; }

    public required ConsentLayer Layer { get; init; }

    public required bool Given { get; init; }

    public required Instant At { get; init; }
}

/// <summary>A layer of consent. A person gives and withdraws each layer separately.</summary>
internal enum ConsentLayer
{
    Join,
    CalendarGaps,

    /// <summary>What the person reports about their own week with AI may be used.</summary>
    OwnWord,

    /// <summary>
    /// The organisation's sources (Copilot's usage report or notifications) may show on which days the person worked with AI.
    /// </summary>
    Sources,
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder) => builder.HasIndex(x => x.PersonId);
}
