using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>
/// Settings for worlds on a simulated clock: rate limits and the delays before a retry run on the real one, so tests shorten them.
/// </summary>
internal static class ShortDelays
{
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(UnlimitedRates.Settings)
    {
        ["Bot:Connector:RetryDelay"] = "00:00:00.001",
        ["Bot:Connector:LongestWait"] = "00:00:01",
        ["Graph:RetryDelay"] = "00:00:00.001",
        ["Graph:MaxRetryAfter"] = "00:00:01",
    };

    /// <summary>These settings and others, which win.</summary>
    public static Dictionary<string, string> With(IEnumerable<KeyValuePair<string, string>> others)
    {
        var all = new Dictionary<string, string>(Settings);
        foreach (var (key, value) in others)
        {
            all[key] = value;
        }

        return all;
    }
}
