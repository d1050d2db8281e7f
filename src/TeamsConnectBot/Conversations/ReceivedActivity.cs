using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace TeamsConnectBot.Conversations;

/// <summary>An activity that was acted on, so that the channel's second delivery of it is not. A keyed hash, no content.</summary>
internal sealed class ReceivedActivity
{
    public required string Key { get; init; }

    public required Instant At { get; init; }
}

internal sealed class ReceivedActivityConfiguration : IEntityTypeConfiguration<ReceivedActivity>
{
    public void Configure(EntityTypeBuilder<ReceivedActivity> builder)
    {
        builder.ToTable("ReceivedActivities").HasKey(x => x.Key);
        builder.HasIndex(x => x.At);
    }
}
