using System.Data.Common;
using Microsoft.Data.Sqlite;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Data;

/// <summary>
/// An outage of the storage: a full disk, a file that cannot be written, a database server that is down. It is logged when it begins,
/// every two minutes while it lasts, and when it is over.
/// </summary>
internal sealed partial class StorageOutage(IOptions<StorageOptions> storage, TimeProvider clock, ILogger<StorageOutage> logger)
{
    private const string ReadOnlyState = "25006";
    private const string DiskFullState = "53100";
    private const string InvalidPassword = "28P01";
    private const string InvalidAuthorization = "28000";
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    private static readonly TimeSpan BetweenLogLines = TimeSpan.FromMinutes(2);

    // The service may have nothing to write for hours; after that long, the last failure says nothing about the current state.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private long? loggedAt;
    private long failedAt;
    private Instant beganAt;
    private Instant? endedAt;

    /// <summary>Whether the last failure said that the database accepts no writes at all.</summary>
    public bool IsReadOnly { get; private set; }

    public bool IsOngoing
    {
        get
        {
            lock (gate)
            {
                return IsRecent();
            }
        }
    }

    /// <summary>When the outage began that is ongoing; null when there is none.</summary>
    public Instant? BeganAt
    {
        get
        {
            lock (gate)
            {
                return IsRecent() ? beganAt : null;
            }
        }
    }

    /// <summary>When the last outage was over; null when there was none, or when one is ongoing or was never seen to end.</summary>
    public Instant? EndedAt
    {
        get
        {
            lock (gate)
            {
                return endedAt;
            }
        }
    }

    /// <summary>Whether a failure comes from the database's disk or connection, and not from what was to be written.</summary>
    public static bool IsOutage(Exception failure) => IsRefusedSignIn(failure) || Conflicts.CausesOf(failure).Any(cause =>
        cause is SqliteException { SqliteErrorCode: ReadOnly or InputOutput or Full or CannotOpen } or DatabaseTokenException
            or DbException { IsTransient: true } or DbException { SqlState: DiskFullState or ReadOnlyState });

    /// <summary>Whether the database did not let the service in, such as with a wrong password or an expired token.</summary>
    public static bool IsRefusedSignIn(Exception failure) =>
        Conflicts.CausesOf(failure).Any(cause => cause is DbException { SqlState: InvalidPassword or InvalidAuthorization });

    public void ReportFailure(Exception failure)
    {
        lock (gate)
        {
            if (!IsRecent())
            {
                (beganAt, endedAt) = (clock.GetCurrentInstant(), null);
            }

            failedAt = TimeProvider.System.GetTimestamp();
            IsReadOnly = Conflicts.CausesOf(failure).Any(cause =>
                cause is SqliteException { SqliteErrorCode: ReadOnly } or DbException { SqlState: ReadOnlyState });
            if (loggedAt is { } logged && TimeProvider.System.GetElapsedTime(logged) < BetweenLogLines)
            {
                return;
            }

            loggedAt = failedAt;
        }

        if (storage.Value.IsPostgres)
        {
            var token = Conflicts.CausesOf(failure).OfType<DatabaseTokenException>().FirstOrDefault();
            Log.Server(logger, (token ?? failure.GetBaseException()).Message);
        }
        else
        {
            Log.File(logger, Path.GetFullPath(storage.Value.File), failure.GetBaseException().Message);
        }
    }

    /// <summary>A write succeeded, so an outage is over.</summary>
    public void ReportSuccess()
    {
        lock (gate)
        {
            if (loggedAt is null)
            {
                return;
            }

            (loggedAt, endedAt) = (null, clock.GetCurrentInstant());
        }

        Log.WritesAgain(logger);
    }

    private bool IsRecent() => loggedAt is not null && TimeProvider.System.GetElapsedTime(failedAt) < Remembered;

    private static partial class Log
    {
        private const string Meanwhile = "Until then no new work starts and pending work waits; it resumes by itself";

        [LoggerMessage(
            LogLevel.Error,
            "Storage outage: Nothing can be written to {File}: {Reason}. Is its disk full, or is it read-only? " + Meanwhile)]
        public static partial void File(ILogger logger, string file, string reason);

        [LoggerMessage(
            LogLevel.Error,
            "Storage outage: Nothing can be written to the database: {Reason}. "
                + "Is the server down, read-only (a standby), or its disk full? " + Meanwhile)]
        public static partial void Server(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "Storage outage is over: The database can be written again")]
        public static partial void WritesAgain(ILogger logger);
    }
}
