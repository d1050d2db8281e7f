using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// How often a round retries reading calendars before it continues with those it has: for about an hour and a half, which fits in the four
/// working hours between the closing of answers and the first slot.
/// </summary>
internal static class RetryBudget
{
    private const int MaxAttempts = 6;

    public static bool IsLeft(DueTask task) => task.Attempts < MaxAttempts;
}
