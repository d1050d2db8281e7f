using TeamsConnectBot.Data;

namespace TeamsConnectBot.Scheduling;

internal static class SchedulingSets
{
    extension(ConnectDb db)
    {
        public DbSet<StopRow> Stops => db.Set<StopRow>();
    }
}
