using TeamsConnectBot.Time;

namespace TeamsConnectBot.Data;

/// <summary>
/// Truncates SQLite's write-ahead log, in which erased rows stay readable. Another reader of the database, such as a backup, can
/// prevent it; then it is retried until it succeeds, and logged as an error once a day.
/// </summary>
internal sealed partial class WalTruncation(Database database, TimeProvider clock, ILogger<WalTruncation> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(20);
    private static readonly Duration Day = Duration.FromDays(1);

    private readonly SemaphoreSlim retries = new(0, 1);
    private Instant? since;
    private Instant? loggedAt;

    /// <summary>Whether erased text may still be in the write-ahead log.</summary>
    public bool IsPending => since is not null;

    /// <returns>Whether the log was truncated; if not, it is retried in the background.</returns>
    public async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await database.TruncateWalAsync(cancellationToken))
        {
            (since, loggedAt) = (null, null);
            return true;
        }

        since ??= now;
        if (now - since >= Day && (loggedAt is null || now - loggedAt >= Day))
        {
            loggedAt = now;
            Log.HeldUp(logger, (now - since.Value).TotalHours);
        }

        if (retries.CurrentCount == 0)
        {
            retries.Release();
        }

        return false;
    }

    public override void Dispose()
    {
        retries.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await retries.WaitAsync(stoppingToken);

            // The real clock, because the other reader runs on it too.
            await Task.Delay(RetryAfter, TimeProvider.System, stoppingToken);
            try
            {
                await TryAsync(stoppingToken);
            }
            catch (Exception failure) when (StorageOutage.IsOutage(failure))
            {
                retries.Release();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "SQLite's write-ahead log could not be truncated for {Hours:0} hours, so erased text stays readable in it. "
                + "Another process keeps the database open for reading; stop it")]
        public static partial void HeldUp(ILogger logger, double hours);
    }
}
