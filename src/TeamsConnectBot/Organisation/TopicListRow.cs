using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Organisation;

/// <summary>A topic of the organisation's own list. While there are none, the shipped list is used.</summary>
internal sealed class TopicListRow
{
    /// <summary>Under which people's choices are stored; it stays when the name changes.</summary>
    public required string Key { get; init; }

    public required int Position { get; set; }

    public required string Nl { get; set; }

    public required string En { get; set; }

    /// <summary>The opening question for people who share it; empty for a general one.</summary>
    public string QuestionNl { get; set; } = "";

    public string QuestionEn { get; set; } = "";
}

internal sealed class TopicListRowConfiguration : IEntityTypeConfiguration<TopicListRow>
{
    public void Configure(EntityTypeBuilder<TopicListRow> builder) => builder.ToTable("ListedTopics").HasKey(row => row.Key);
}
