using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Trials;

/// <summary>Where the service's rows and what people saw cannot both be true, and what was due and left undone.</summary>
internal static class Contradictions
{
    public static int Count(SandboxTenant tenant, StoredRows rows)
    {
        var now = tenant.Clock.GetUtcNow().AddHours(-1).ToUnixTimeMilliseconds();
        var received = tenant.Chats.All.SelectMany(chat => chat.Messages).Where(message => message.FromBot).Select(message => message.Id).ToHashSet(StringComparer.Ordinal);
        var claimed = rows.Read("""SELECT "ActivityId" FROM "Messages" WHERE "State" = 'Accepted' AND "ActivityId" IS NOT NULL""").Select(row => row[0]);
        return claimed.Count(id => !received.Contains(id))
            + rows.Count($"""SELECT COUNT(*) FROM "Messages" WHERE "State" IN ('Planned', 'Sending') AND "DueAt" < {now}""")
            + rows.Count($"""SELECT COUNT(*) FROM "DueTasks" WHERE "DueAt" < {now}""")
            + rows.Count("""SELECT COUNT(*) FROM "Invitations" WHERE "State" = 'Settling'""")
            + rows.Count("""
                SELECT COUNT(*) FROM "Members" m JOIN "Connections" c ON c."Id" = m."ConnectionId"
                WHERE c."EventId" IS NOT NULL AND m."Coming" AND NOT EXISTS (
                    SELECT 1 FROM "Messages" x WHERE x."SubjectId" = c."Id" AND x."PersonId" = m."PersonId" AND x."Kind" = 'Connection' AND x."State" IN ('Accepted', 'InDoubt'))
                """)
            + Math.Abs(tenant.Calendar.Live.Count - rows.Count("""SELECT COUNT(*) FROM "Connections" WHERE "EventId" IS NOT NULL AND "State" <> 'Off'"""));
    }
}
