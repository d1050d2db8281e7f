using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>
/// The roles of a person with an open session. Their groups are read again every five minutes; app roles are known from the sign-in
/// only, because reading them again would take an extra Graph permission.
/// </summary>
internal sealed partial class SessionRoles(SessionStore sessions, RoleDirectory directory, ILogger<SessionRoles> logger)
{
    public static readonly Duration CheckInterval = Duration.FromMinutes(5);

    private static readonly Duration RetryInterval = Duration.FromSeconds(30);

    public async Task<Role> OfAsync(AdminSession session, string personId, Role byAppRole, CancellationToken cancellationToken)
    {
        var now = SessionStore.Now;
        if (session.CheckedAt + CheckInterval > now)
        {
            return session.Offices;
        }

        try
        {
            var current = byAppRole | await directory.ByGroupAsync(personId, cancellationToken);
            await sessions.CheckedAsync(session, current, now, cancellationToken);
            return current;
        }
        catch (GraphUnavailableException failure)
        {
            // A Graph outage must not lock admins out: the last known roles stay, and the groups are read again soon.
            Log.GroupsNotRead(logger, failure);
            await sessions.CheckedAsync(session, session.Offices, now - CheckInterval + RetryInterval, cancellationToken);
            return session.Offices;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning, "Graph did not return the groups of an admin page user; their roles stay as they were for 30 seconds")]
        public static partial void GroupsNotRead(ILogger logger, Exception failure);
    }
}
