using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// How long a round waits for Graph to read calendars before it goes on with those it has: about an hour and a half, which
/// the four working hours between the answers and the first gap leave room for.
/// </summary>
internal static class Patience
{
    private const int Attempts = 6;

    public static bool IsLeft(DueTask task) => task.Attempts < Attempts;
}
