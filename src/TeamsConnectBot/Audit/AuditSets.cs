using TeamsConnectBot.Data;

namespace TeamsConnectBot.Audit;

internal static class AuditSets
{
    extension(ConnectDb db)
    {
        public DbSet<AuditRow> AuditEntries => db.Set<AuditRow>();

        public DbSet<AuditHeadRow> AuditHeads => db.Set<AuditHeadRow>();
    }
}
