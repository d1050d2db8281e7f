namespace TeamsConnectBot.Privacy.Readable;

/// <summary>Since when something is kept, as far as the data itself says so.</summary>
internal static class Earliest
{
    /// <returns>The earliest moment in the past among the values; null when there is none.</returns>
    public static Instant? Of(IEnumerable<object?> values, Instant now) => values
        .Select(value => value switch
        {
            Instant moment => moment,
            LocalDate date => date.AtMidnight().InUtc().ToInstant(),
            _ => (Instant?)null,
        })
        .Where(moment => moment <= now).Min();
}
