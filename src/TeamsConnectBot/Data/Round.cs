using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Data;

/// <summary>One run for a pool. There is at most one per pool and week, however often it is started.</summary>
internal sealed class Round
{
    public required Guid Id { get; init; }

    public required string PoolId { get; init; }

    /// <summary>The Monday of the week the round is about.</summary>
    public required LocalDate Monday { get; init; }

    public required long Seed { get; init; }

    public required RoundState State { get; set; }

    public RoundKind Kind { get; set; }

    public required Instant StartedAt { get; init; }

    /// <summary>When answers close; set once the invitations are written.</summary>
    public Instant? AnswersUntil { get; set; }

    public Instant? SettledAt { get; set; }

    /// <summary>
    /// How many people were asked. Stored, because counting invitations later would reveal how many of those people have left since.
    /// </summary>
    public int Asked { get; set; }

    /// <summary>
    /// Whether the rules chose whom to ask by what only the bot or the person knows. The number of people asked is then not shown: by
    /// changing the rules from week to week, an admin could learn from it what a dry-run blurs and limits. Also true for a pool with two
    /// sides, where that number would tell how many people of the smaller side take part.
    /// </summary>
    public bool IsSelective { get; set; }

    /// <summary>How many people were not asked, by reason. Counts only.</summary>
    public IReadOnlyDictionary<string, int> NotAsked { get; set; } = new Dictionary<string, int>();

    public int Version { get; set; }
}

internal enum RoundState
{
    Gathering, Open, Settled,
}

internal enum RoundKind
{
    /// <summary>Pairs are made among those who said yes.</summary>
    Pairs,

    /// <summary>The whole pool is offered the same few moments, so that a yes always leads to a meeting.</summary>
    OpenTable,
}

internal sealed class RoundConfiguration : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.HasIndex(x => new { x.PoolId, x.Monday }).IsUnique();
        builder.Property(x => x.Asked).HasDefaultValue(0);
        builder.Property(x => x.IsSelective).HasDefaultValue(false);
        builder.Property(x => x.NotAsked)
            .HasConversion(StoredJson.Of<IReadOnlyDictionary<string, int>>(), StoredJson.Comparer<IReadOnlyDictionary<string, int>>());
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}
