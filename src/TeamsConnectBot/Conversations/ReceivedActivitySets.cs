using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Conversations;

internal static class ReceivedActivitySets
{
    extension(ConnectDb db)
    {
        public DbSet<ReceivedActivity> ReceivedActivities => db.Set<ReceivedActivity>();
    }
}
