using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy.Welcomes;

internal static class WelcomeSets
{
    extension(ConnectDb db)
    {
        public DbSet<WelcomedRow> Welcomed => db.Set<WelcomedRow>();
    }
}
