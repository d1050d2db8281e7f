using TeamsConnectBot.Data;

namespace TeamsConnectBot.Admin.SignIn;

internal static class SessionSets
{
    extension(ConnectDb db)
    {
        public DbSet<SessionKey> SessionKeys => db.Set<SessionKey>();

        public DbSet<AdminSession> AdminSessions => db.Set<AdminSession>();
    }
}
