using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

internal static class PrivacySets
{
    extension(ConnectDb db)
    {
        public DbSet<Erasure> Erasures => db.Set<Erasure>();
    }
}
