namespace TeamsConnectBot.Data.Sharing;

/// <summary>Corrects the service's clock by the database's, which several processes may share.</summary>
internal sealed partial class DatabaseTime(Database database, SharedClock clock, ILogger<DatabaseTime> logger)
{
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var now = await database.ReadAsync(
            db => db.Database.SqlQuery<DateTime>($"""SELECT now() AS "Value" """).SingleAsync(cancellationToken), cancellationToken);
        var skew = clock.Follow(new DateTimeOffset(now.ToUniversalTime()));
        if (skew != TimeSpan.Zero)
        {
            Log.Corrected(logger, skew.TotalSeconds);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "Clock skew: This machine's clock differs from the database's by {Seconds:0.#} seconds. The service corrects for it; "
                + "is the machine synchronised by NTP?")]
        public static partial void Corrected(ILogger logger, double seconds);
    }
}
