namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>How the connector is called. The defaults keep below the limits Teams publishes.</summary>
public sealed class ConnectorOptions
{
    /// <summary>Requests a second of the whole application: 1 to 1000; Teams allows 50 per application and tenant.</summary>
    public int RequestsPerSecond { get; set; } = 45;

    /// <summary>How often a request is tried again after 412, 429, 502, 503, 504 or no connection: 0 to 10.</summary>
    public int Retries { get; set; } = 4;

    /// <summary>The first wait before trying again, doubled each time and jittered: 1 ms to 10 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest wait before trying again, 1 ms to 5 minutes. A longer Retry-After is handed to the caller instead, who has
    /// better things to do than wait.
    /// </summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one try may take once it is sent: 100 ms to 2 minutes.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    internal IEnumerable<string> Problems(string section)
    {
        if (RequestsPerSecond is < 1 or > 1000)
            yield return $"{section}:RequestsPerSecond is {RequestsPerSecond}; allowed is 1 to 1000.";
        if (Retries is < 0 or > 10)
            yield return $"{section}:Retries is {Retries}; allowed is 0 to 10.";
        if (RetryDelay < TimeSpan.FromMilliseconds(1) || RetryDelay > TimeSpan.FromSeconds(10))
            yield return $"{section}:RetryDelay is {RetryDelay}; allowed is 1 ms to 10 s.";
        if (LongestWait < TimeSpan.FromMilliseconds(1) || LongestWait > TimeSpan.FromMinutes(5))
            yield return $"{section}:LongestWait is {LongestWait}; allowed is 1 ms to 5 minutes.";
        if (RequestTimeout < TimeSpan.FromMilliseconds(100) || RequestTimeout > TimeSpan.FromMinutes(2))
            yield return $"{section}:RequestTimeout is {RequestTimeout}; allowed is 100 ms to 2 minutes.";
    }
}
