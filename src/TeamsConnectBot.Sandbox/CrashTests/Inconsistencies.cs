using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.CrashTests;

/// <summary>Counts rows that contradict what people saw, and overdue rows that were never handled.</summary>
internal static class Inconsistencies
{
    public static int Count(SandboxTenant tenant, StoredRows rows) =>
        rows.CountLostMessages(tenant)
        + rows.Count($"""SELECT COUNT(*) FROM "DueTasks" WHERE "DueAt" < {StoredRows.AnHourAgo(tenant)}""")
        + rows.Count("""SELECT COUNT(*) FROM "Invitations" WHERE "State" = 'Settling'""")
        + rows.Count("""
            SELECT COUNT(*) FROM "Members" m JOIN "Connections" c ON c."Id" = m."ConnectionId"
            WHERE c."EventId" IS NOT NULL AND m."Coming" AND NOT EXISTS (
                SELECT 1 FROM "Messages" x WHERE x."SubjectId" = c."Id" AND x."PersonId" = m."PersonId"
                AND x."Kind" = 'Connection' AND x."State" IN ('Accepted', 'InDoubt'))
            """)
        + Math.Abs(tenant.Calendar.Live.Count - rows.Count("""
            SELECT COUNT(*) FROM "Connections" WHERE "EventId" IS NOT NULL AND "State" <> 'Off'
            """));
}
