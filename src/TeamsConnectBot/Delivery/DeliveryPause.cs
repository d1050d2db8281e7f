using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.Delivery;

/// <summary>Nothing is sent because the circuit to Teams is open: one row for all processes, deleted when sending resumes.</summary>
internal sealed class DeliveryPause
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public required Instant Since { get; init; }

    /// <summary>When the next attempt is due.</summary>
    public Instant Until { get; set; }

    public ConnectorFailure Failure { get; set; }

    /// <summary>Whether Teams refuses the app, which an admin must fix; otherwise Teams is unavailable, which passes.</summary>
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
