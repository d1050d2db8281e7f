using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>A subscription by which Graph notifies this service when somebody who allowed it works with Copilot.</summary>
internal sealed class InteractionWatchRow
{
    public required string PersonId { get; init; }

    /// <summary>Graph's id of the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The secret that proves a notification comes from Graph.</summary>
    public required string ClientState { get; init; }

    /// <summary>Since when no notification was missed: a later day without any is a day without AI.</summary>
    public required Instant Since { get; set; }

    public required Instant ExpiresAt { get; set; }
}

internal sealed class InteractionWatchConfiguration : IEntityTypeConfiguration<InteractionWatchRow>
{
    public void Configure(EntityTypeBuilder<InteractionWatchRow> builder)
    {
        builder.ToTable("InteractionWatches");
        builder.HasKey(row => row.PersonId);
        builder.HasIndex(row => row.SubscriptionId).IsUnique();
    }
}
