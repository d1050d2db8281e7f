namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>How the connector is called. The defaults stay within the limits that Teams publishes.</summary>
public sealed class ConnectorOptions
{
    /// <summary>Requests a second for the whole application: 1 to 1000; Teams allows 50 per application and tenant.</summary>
    public int RequestsPerSecond { get; set; } = 45;

    /// <summary>Requests in one conversation within a second: 1 to 1000; Teams allows 7.</summary>
    public int ConversationRequestsInOneSecond { get; set; } = 7;

    /// <summary>Requests in one conversation within two seconds: 1 to 2000; Teams allows 8.</summary>
    public int ConversationRequestsInTwoSeconds { get; set; } = 8;

    /// <summary>Requests in one conversation within thirty seconds: 1 to 30000; Teams allows 60.</summary>
    public int ConversationRequestsInThirtySeconds { get; set; } = 60;

    /// <summary>How often a request is retried after 412, 429, 502, 503, 504 or no connection: 0 to 10.</summary>
    public int Retries { get; set; } = 4;

    /// <summary>The delay before the first retry, doubled each time, with jitter: 1 ms to 10 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest delay before a retry: 1 ms to 5 minutes. With a longer Retry-After the request is not retried here but fails, and the
    /// caller plans a later attempt.
    /// </summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The timeout of one attempt: 100 ms to 2 minutes.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    internal IEnumerable<string> Problems(string section) =>
        from check in new (bool IsWrong, string Message)[]
        {
            Outside(nameof(RequestsPerSecond), RequestsPerSecond, 1000),
            Outside(nameof(ConversationRequestsInOneSecond), ConversationRequestsInOneSecond, 1000),
            Outside(nameof(ConversationRequestsInTwoSeconds), ConversationRequestsInTwoSeconds, 2000),
            Outside(nameof(ConversationRequestsInThirtySeconds), ConversationRequestsInThirtySeconds, 30_000),
            (Retries is < 0 or > 10, $"Retries is {Retries}; allowed is 0 to 10."),
            (RetryDelay.TotalMilliseconds is < 1 or > 10_000, $"RetryDelay is {RetryDelay}; allowed is 1 ms to 10 s."),
            (LongestWait.TotalMilliseconds is < 1 or > 300_000, $"LongestWait is {LongestWait}; allowed is 1 ms to 5 minutes."),
            (RequestTimeout.TotalSeconds is < 0.1 or > 120, $"RequestTimeout is {RequestTimeout}; allowed is 100 ms to 2 minutes."),
        }
        where check.IsWrong
        select $"{section}:{check.Message}";

    private static (bool IsWrong, string Message) Outside(string key, int value, int most) =>
        (value < 1 || value > most, $"{key} is {value}; allowed is 1 to {most}.");
}
