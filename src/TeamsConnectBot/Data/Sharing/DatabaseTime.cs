using Microsoft.EntityFrameworkCore;

namespace TeamsConnectBot.Data.Sharing;

/// <summary>Puts the clock right by the database's, where several processes may share one.</summary>
internal sealed partial class DatabaseTime(Database database, SharedClock clock, ILogger<DatabaseTime> logger)
{
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var now = await database.ReadAsync(db => db.Database.SqlQuery<DateTime>($"""SELECT now() AS "Value" """).SingleAsync(cancellationToken), cancellationToken);
        var apart = clock.Follow(new DateTimeOffset(now.ToUniversalTime()));
        if (apart != TimeSpan.Zero)
        {
            Log.PutRight(logger, apart.TotalSeconds);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The clock of this machine was {Seconds:0.#} seconds off the database's and is taken so much later; is it set by NTP?")]
        public static partial void PutRight(ILogger logger, double seconds);
    }
}
