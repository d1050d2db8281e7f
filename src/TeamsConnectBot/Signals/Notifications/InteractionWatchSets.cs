using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Signals.Notifications;

internal static class InteractionWatchSets
{
    extension(ConnectDb db)
    {
        public DbSet<InteractionWatchRow> InteractionWatches => db.Set<InteractionWatchRow>();
    }
}
