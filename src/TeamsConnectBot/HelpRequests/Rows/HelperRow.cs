using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.HelpRequests.Rows;

/// <summary>That somebody wants to be asked for help, and about what. There is a row only for people who chose it.</summary>
internal sealed class HelperRow
{
    public required string PersonId { get; init; }

    /// <summary>Whether they may be asked about anything; without topics it must be true.</summary>
    public bool Anything { get; set; }

    /// <summary>What they know about, in their own words, which nobody else is shown.</summary>
    public IReadOnlyList<string> Topics { get; set; } = [];

    public Instant? LastAskedAt { get; set; }

    /// <summary>How many times in a row they did not answer; see Core's <c>HelpAllowance</c>.</summary>
    public int Silences { get; set; }

    public int Version { get; set; }

    /// <summary>Whether they can be asked at all.</summary>
    public bool IsOn => Anything || Topics.Count > 0;
}

internal sealed class HelperTable : IEntityTypeConfiguration<HelperRow>
{
    public void Configure(EntityTypeBuilder<HelperRow> builder)
    {
        builder.ToTable("Helpers");
        builder.HasKey(x => x.PersonId);
        builder.Ignore(x => x.IsOn);
        builder.Property(x => x.Topics)
            .HasConversion(StoredJson.Of<IReadOnlyList<string>>(), StoredJson.Comparer<IReadOnlyList<string>>());
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}
