using NodaTime;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>
/// What somebody with an open session may do now. Their groups are asked again every five minutes; app roles are known from the sign-in
/// only, since reading them again would take a permission of its own.
/// </summary>
internal sealed partial class CurrentOffices(SessionBook sessions, OfficesAtSignIn offices, ILogger<CurrentOffices> logger)
{
    public static readonly Duration Holds = Duration.FromMinutes(5);

    // While Graph is away the last answer counts on, and is asked for again after this.
    private static readonly Duration AskAgain = Duration.FromSeconds(30);

    public async Task<Offices> OfAsync(AdminSession session, string personId, Offices byAppRole, CancellationToken cancellationToken)
    {
        var now = SessionBook.Now;
        if (session.CheckedAt + Holds > now)
        {
            return session.Offices;
        }

        try
        {
            var current = byAppRole | await offices.ByGroupAsync(personId, cancellationToken);
            await sessions.CheckedAsync(session, current, now, cancellationToken);
            return current;
        }
        catch (GraphUnavailableException failure)
        {
            Log.NotAsked(logger, failure);
            await sessions.CheckedAsync(session, session.Offices, now - Holds + AskAgain, cancellationToken);
            return session.Offices;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The groups of somebody on the admin page could not be read; their roles stay for now")]
        public static partial void NotAsked(ILogger logger, Exception failure);
    }
}
