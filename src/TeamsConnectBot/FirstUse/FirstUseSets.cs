using TeamsConnectBot.Data;

namespace TeamsConnectBot.FirstUse;

internal static class FirstUseSets
{
    extension(ConnectDb db)
    {
        public DbSet<FirstUseRow> FirstUses => db.Set<FirstUseRow>();

        public DbSet<VoterRow> Voters => db.Set<VoterRow>();
    }
}
