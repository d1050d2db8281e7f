using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.Delivery;

/// <summary>That nothing is sent because Teams takes nothing: one row for all processes, gone when it is over.</summary>
internal sealed class DeliveryPause
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public required Instant Since { get; init; }

    /// <summary>When the next attempt is made.</summary>
    public Instant Until { get; set; }

    public ConnectorFailure Failure { get; set; }

    /// <summary>Teams refuses the app, which somebody must mend; otherwise it is away, which passes.</summary>
    public bool IsRefused { get; set; }
}

internal sealed class DeliveryPauseTable : IEntityTypeConfiguration<DeliveryPause>
{
    public void Configure(EntityTypeBuilder<DeliveryPause> pause)
    {
        pause.ToTable("DeliveryPauses");
        pause.Property(x => x.Id).ValueGeneratedNever();
    }
}
