using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace TeamsConnectBot.Data;

/// <summary>One run over a pool. At most one a pool and week, however often it is started.</summary>
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

    /// <summary>How many people were asked. Kept, because counting the invitations later would show how many of those people have left since.</summary>
    public int Asked { get; set; }

    /// <summary>
    /// Whether the rules chose whom to ask by what only the bot or the person knows. How many were asked is then not shown: whoever
    /// tunes the rules from week to week would read from it what a dry-run blurs and limits.
    /// </summary>
    public bool IsSelective { get; set; }

    /// <summary>How many people were left out of the asking, by reason. Counts only.</summary>
    public Dictionary<string, int> NotAsked { get; set; } = [];

    public int Version { get; set; }
}

internal enum RoundState
{
    Gathering,
    Open,
    Settled,
}

internal enum RoundKind
{
    /// <summary>Pairs are made among those who said yes.</summary>
    Pairs,

    /// <summary>The whole pool is offered the same few moments, so that a yes never ends alone.</summary>
    OpenTable,
}

internal sealed class RoundConfiguration : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.HasIndex(x => new { x.PoolId, x.Monday }).IsUnique();
        builder.Property(x => x.Asked).HasDefaultValue(0);
        builder.Property(x => x.IsSelective).HasDefaultValue(false);
        builder.Property(x => x.NotAsked).HasConversion(StoredJson.Of<Dictionary<string, int>>(), StoredJson.Comparer<Dictionary<string, int>>());
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}
