using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Conversations;

/// <summary>An activity that was handled, so that a second delivery of it is ignored. It contains only a hash, no content.</summary>
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

internal static class ReceivedActivitySets
{
    extension(ConnectDb db)
    {
        public DbSet<ReceivedActivity> ReceivedActivities => db.Set<ReceivedActivity>();
    }
}
