using TeamsConnectBot.Data;
using TeamsConnectBot.Signals.Notifications;

namespace TeamsConnectBot.Signals;

internal static class SignalsSets
{
    extension(ConnectDb db)
    {
        public DbSet<AiUseDay> AiUseDays => db.Set<AiUseDay>();

        public DbSet<InteractionWatchRow> InteractionWatches => db.Set<InteractionWatchRow>();
    }
}
