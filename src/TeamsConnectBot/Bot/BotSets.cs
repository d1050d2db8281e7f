using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Bot;

internal static class BotSets
{
    extension(ConnectDb db)
    {
        public DbSet<ReceivedActivity> ReceivedActivities => db.Set<ReceivedActivity>();
    }
}
