namespace TeamsConnectBot.Resilience;

/// <summary>How long a failed message or task waits: twice as long after each attempt, up to half an hour.</summary>
internal static class Backoff
{
    private static readonly Duration Longest = Duration.FromMinutes(30);

    public static Duration After(int attempts) => Duration.Min(Duration.FromMinutes(Math.Pow(2, Math.Min(attempts, 10))), Longest);
}
