using TeamsConnectBot.Data;

namespace TeamsConnectBot.Topics;

internal static class TopicSets
{
    extension(ConnectDb db)
    {
        public DbSet<TopicRow> PersonTopics => db.Set<TopicRow>();
    }
}
