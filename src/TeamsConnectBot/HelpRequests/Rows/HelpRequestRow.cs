using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.HelpRequests.Rows;

/// <summary>One question of one person to their colleagues. Deleted, with everything about it, seven days after its end.</summary>
internal sealed class HelpRequestRow
{
    public required Guid Id { get; init; }

    /// <summary>Who asks.</summary>
    public required string PersonId { get; init; }

    public required string PoolId { get; init; }

    /// <summary>What it is about, in the asker's own words, which are passed on as they are.</summary>
    public required string Words { get; set; }

    /// <summary>The language they want to talk in.</summary>
    public required string Language { get; set; }

    public required int Minutes { get; set; }

    /// <summary>When the meeting must be over.</summary>
    public required Instant Deadline { get; set; }

    public required HelpRequestState State { get; set; }

    /// <summary>The secret in the asker's cards.</summary>
    public required string Nonce { get; init; }

    public required Instant CreatedAt { get; init; }

    public Instant? SentAt { get; set; }

    /// <summary>The moment that was announced to the asker: by then they hear whether somebody helps.</summary>
    public Instant? HearsBy { get; set; }

    /// <summary>Whether too few people could be asked, so that it goes to the pool's host, as its card says.</summary>
    public bool IsForHost { get; set; }

    /// <summary>When the waves go out. Nobody is shown them: with them, the moment of a yes would say more than it may.</summary>
    public IReadOnlyList<Instant> Waves { get; set; } = [];

    /// <summary>How many waves have gone out.</summary>
    public int WavesSent { get; set; }

    public string? HelperId { get; set; }

    public Guid? MeetingId { get; set; }

    /// <summary>Whether somebody reported it. Not by whom.</summary>
    public bool IsReported { get; set; }

    /// <summary>Whether it helped, as the asker said.</summary>
    public HelpOutcome? Outcome { get; set; }

    /// <summary>A sentence of thanks in the asker's own words, delivered once.</summary>
    public string? Thanks { get; set; }

    public Instant? EndedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>What the asker said afterwards.</summary>
internal enum HelpOutcome
{
    Helped, HelpedABit, DidNotHelp, DidNotHappen,
}

internal sealed class HelpRequestTable : IEntityTypeConfiguration<HelpRequestRow>
{
    public void Configure(EntityTypeBuilder<HelpRequestRow> builder)
    {
        builder.ToTable("HelpRequests");
        builder.HasIndex(x => x.PersonId);
        builder.HasIndex(x => x.HelperId);
        builder.HasIndex(x => x.MeetingId);
        builder.Property(x => x.Waves).HasConversion(StoredInstants.Converter, StoredInstants.Comparer);
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}
