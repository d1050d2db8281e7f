using Npgsql;

namespace TeamsConnectBot.Data.Sharing;

/// <summary>Failures caused by a concurrent change, after which the same work can be retried.</summary>
internal static class Conflicts
{
    public static bool IsConflict(Exception failure) =>
        CausesOf(failure).Any(cause => cause is DbUpdateConcurrencyException or PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation,
    });

    /// <summary>The failure itself and all its inner exceptions.</summary>
    public static IEnumerable<Exception> CausesOf(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
