using NodaTime;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Data;

/// <summary>
/// Empties SQLite's log, in which erased rows stay readable. Whoever reads beside the service, such as a backup, can hold it up; then
/// it is tried again until it succeeds, and said when it has not after a day.
/// </summary>
internal sealed partial class EmptyLog(Database database, TimeProvider clock, ILogger<EmptyLog> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(20);
    private static readonly Duration Day = Duration.FromDays(1);

    private readonly SemaphoreSlim asked = new(0, 1);
    private Instant? since;
    private Instant? saidAt;

    /// <summary>Whether erased text may still stand in the log.</summary>
    public bool IsPending => since is not null;

    /// <returns>Whether it is empty; if not, it is tried again.</returns>
    public async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await database.EmptyLogAsync(cancellationToken))
        {
            (since, saidAt) = (null, null);
            return true;
        }

        since ??= now;
        if (now - since >= Day && (saidAt is null || now - saidAt >= Day))
        {
            saidAt = now;
            Log.HeldUp(logger, (now - since.Value).TotalHours);
        }

        if (asked.CurrentCount == 0)
        {
            asked.Release();
        }

        return false;
    }

    public override void Dispose()
    {
        asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await asked.WaitAsync(stoppingToken);

            // By the real clock: it waits for another reader, not for a day.
            await Task.Delay(Again, TimeProvider.System, stoppingToken);
            try
            {
                await TryAsync(stoppingToken);
            }
            catch (Exception failure) when (StorageTrouble.Is(failure))
            {
                asked.Release();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "For {Hours:0} hours SQLite's log could not be emptied, so erased text stays readable in it. Something reads the database all the time: end that")]
        public static partial void HeldUp(ILogger logger, double hours);
    }
}
