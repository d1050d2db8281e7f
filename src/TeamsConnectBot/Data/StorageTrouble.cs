using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Data;

/// <summary>
/// That nothing can be written down: a full disk, a file that can't be written, a database that is away. The log says so when
/// it begins, every few minutes, and when it is over.
/// </summary>
internal sealed partial class StorageTrouble(IOptions<StorageOptions> storage, ILogger<StorageTrouble> logger)
{
    private const string ReadOnlyState = "25006";
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(2);

    // Nothing may be written for hours, and then the last failure tells nothing any more.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private long? toldAt;
    private long noticedAt;
    private bool isReadOnly;

    /// <summary>Whether the last failure said that the database takes no writes at all.</summary>
    public bool IsReadOnly
    {
        get
        {
            lock (gate)
            {
                return isReadOnly;
            }
        }
    }

    public bool IsOn
    {
        get
        {
            lock (gate)
            {
                return toldAt is not null && TimeProvider.System.GetElapsedTime(noticedAt) < Remembered;
            }
        }
    }

    /// <summary>Whether a failure is of the database's disk or of the way to it, and not of what was to be written.</summary>
    public static bool Is(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException { SqliteErrorCode: ReadOnly or InputOutput or Full or CannotOpen } or DbException { IsTransient: true } or DbException { SqlState: "53100" or ReadOnlyState })
            {
                return true;
            }
        }

        return false;
    }

    private static bool SaysReadOnly(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException { SqliteErrorCode: ReadOnly } or DbException { SqlState: ReadOnlyState })
            {
                return true;
            }
        }

        return false;
    }

    public void Noticed(Exception failure)
    {
        lock (gate)
        {
            noticedAt = TimeProvider.System.GetTimestamp();
            isReadOnly = SaysReadOnly(failure);
            if (toldAt is { } told && TimeProvider.System.GetElapsedTime(told) < BetweenLines)
            {
                return;
            }

            toldAt = noticedAt;
        }

        if (storage.Value.IsPostgres)
        {
            Log.Server(logger, failure.GetBaseException().Message);
        }
        else
        {
            Log.File(logger, Path.GetFullPath(storage.Value.File), failure.GetBaseException().Message);
        }
    }

    /// <summary>Something was written.</summary>
    public void Over()
    {
        lock (gate)
        {
            if (toldAt is null)
            {
                return;
            }

            toldAt = null;
        }

        Log.WritesAgain(logger);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Nothing can be written to {File}: {Reason}. Is its disk full, or is it read-only? Make room; until then nothing new is begun, what is on its way waits, and it goes on by itself")]
        public static partial void File(ILogger logger, string file, string reason);

        [LoggerMessage(LogLevel.Error, "Nothing can be written to the database: {Reason}. Is the server away, read-only (a standby), or its disk full? Until it can be written nothing new is begun, what is on its way waits, and it goes on by itself")]
        public static partial void Server(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "The database can be written again")]
        public static partial void WritesAgain(ILogger logger);
    }
}
