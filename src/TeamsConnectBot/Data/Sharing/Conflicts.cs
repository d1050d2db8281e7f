using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TeamsConnectBot.Data.Sharing;

/// <summary>Which failures say only that somebody else was there at the same time, so that the same work may be done again.</summary>
internal static class Conflicts
{
    private static readonly string[] States = [PostgresErrorCodes.SerializationFailure, PostgresErrorCodes.DeadlockDetected, PostgresErrorCodes.UniqueViolation];

    public static bool IsConflict(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbUpdateConcurrencyException || (cause is PostgresException { SqlState: var state } && States.Contains(state)))
            {
                return true;
            }
        }

        return false;
    }
}
