using TeamsConnectBot.Data;

namespace TeamsConnectBot.CheckIns;

internal static class CheckInsSets
{
    extension(ConnectDb db)
    {
        public DbSet<CheckInAnsweredRow> CheckInsAnswered => db.Set<CheckInAnsweredRow>();

        public DbSet<CheckInCountRow> CheckInCounts => db.Set<CheckInCountRow>();
    }
}
