namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>
/// Settings for a service on a simulated clock: weeks pass in seconds there, while its limits for Teams follow the real clock.
/// </summary>
internal static class UnlimitedRates
{
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Bot:Connector:RequestsPerSecond"] = "1000",
        ["Bot:Connector:ConversationRequestsInOneSecond"] = "1000",
        ["Bot:Connector:ConversationRequestsInTwoSeconds"] = "2000",
        ["Bot:Connector:ConversationRequestsInThirtySeconds"] = "30000",
    };
}
