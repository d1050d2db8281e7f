using NodaTime;
using TeamsConnectBot.Commands;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>A day as people write it: <c>25 december</c>, <c>vrijdag</c>, <c>2026-12-25</c>.</summary>
internal static class DayPhrase
{
    /// <returns>Null when it is not understood, or not within a year.</returns>
    public static LocalDate? Read(string text, LocalDate today)
    {
        var day = text.Trim().TrimEnd('.');
        return PauseLength.Read($"until {day}".ToLowerInvariant(), today.PlusDays(-1));
    }
}
