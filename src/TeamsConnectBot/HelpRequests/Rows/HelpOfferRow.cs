using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.HelpRequests.Rows;

/// <summary>One person asked for one question. Only that person ever sees anything of it.</summary>
internal sealed class HelpOfferRow
{
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The wave in which they were asked, from 0. Nobody is shown it.</summary>
    public required int Wave { get; init; }

    public required string Nonce { get; init; }

    /// <summary>The moments they can choose from: free in their calendar within their working hours.</summary>
    public required IReadOnlyList<Instant> Starts { get; set; }

    /// <summary>The moment they ticked.</summary>
    public Instant? Ticked { get; set; }

    public required HelpOfferState State { get; set; }

    public required Instant AskedAt { get; init; }

    /// <summary>When Teams accepted the message.</summary>
    public Instant? SentAt { get; set; }

    public int Version { get; set; }
}

internal sealed class HelpOfferTable : IEntityTypeConfiguration<HelpOfferRow>
{
    public void Configure(EntityTypeBuilder<HelpOfferRow> builder)
    {
        builder.ToTable("HelpOffers");
        builder.HasIndex(x => new { x.RequestId, x.PersonId }).IsUnique();
        builder.HasIndex(x => x.PersonId);
        builder.Property(x => x.Starts).HasConversion(StoredInstants.Converter, StoredInstants.Comparer);
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}
