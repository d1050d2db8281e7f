using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Topics;

/// <summary>Topics that somebody chose.</summary>
/// <param name="Listed">Keys of topics of the list.</param>
/// <param name="Words">Topics in their own words.</param>
internal sealed record TopicPick(ImmutableArray<string> Listed, ImmutableArray<string> Words)
{
    public static TopicPick Nothing { get; } = new([], []);

    public bool IsEmpty => Listed.IsEmpty && Words.IsEmpty;
}

/// <summary>What one person likes to talk about, can tell about and would like to learn about.</summary>
internal sealed class TopicRow
{
    public required string PersonId { get; init; }

    public TopicPick Talk { get; set; } = TopicPick.Nothing;

    public TopicPick Tell { get; set; } = TopicPick.Nothing;

    public TopicPick Learn { get; set; } = TopicPick.Nothing;
}

internal sealed class TopicRowConfiguration : IEntityTypeConfiguration<TopicRow>
{
    public void Configure(EntityTypeBuilder<TopicRow> builder)
    {
        builder.ToTable("PersonTopics");
        builder.HasKey(row => row.PersonId);
        builder.Property(row => row.Talk).HasConversion(StoredJson.Of<TopicPick>(), StoredJson.Comparer<TopicPick>());
        builder.Property(row => row.Tell).HasConversion(StoredJson.Of<TopicPick>(), StoredJson.Comparer<TopicPick>());
        builder.Property(row => row.Learn).HasConversion(StoredJson.Of<TopicPick>(), StoredJson.Comparer<TopicPick>());
    }
}
