using NodaTime.Text;
using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Pools;

/// <summary>Parses daily hours in the format used in settings: <c>12:00-13:00</c>.</summary>
internal static class DailyHours
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <returns>Null when the text is empty or cannot be read.</returns>
    public static DailySpan? Parse(string text) => text.Split('-') is [var from, var to]
        && Time.Parse(from.Trim()) is { Success: true } start && Time.Parse(to.Trim()) is { Success: true } end && start.Value != end.Value
            ? new DailySpan(start.Value, end.Value)
            : null;
}
