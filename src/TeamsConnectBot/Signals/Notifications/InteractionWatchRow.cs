using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>Graph tells this service when somebody who allowed it works with Copilot.</summary>
internal sealed class InteractionWatchRow
{
    public required string PersonId { get; init; }

    /// <summary>Graph's id of the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The secret by which a notification is known to be Graph's.</summary>
    public required string ClientState { get; init; }

    /// <summary>From when on nothing was missed: a day from then without a notification is a day without.</summary>
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
