using System.Globalization;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Reads a response's Retry-After from the raw header, because Microsoft's services also send fractions of a second, which .NET's own
/// parser ignores. The result is capped at one day.
/// </summary>
public static class RetryAfter
{
    private static readonly TimeSpan AtMost = TimeSpan.FromDays(1);

    /// <summary>How long the response asks to wait; null when it does not say, or not in a valid form.</summary>
    /// <param name="response">The response.</param>
    public static TimeSpan? Of(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? Parse(values.ToString()) : null;

    /// <summary>How long a header's value asks to wait, or null when it cannot be parsed.</summary>
    /// <param name="value">Seconds, whole or fractional, or a date; may be null.</param>
    public static TimeSpan? Parse(string? value) => Parse(value, TimeProvider.System.GetUtcNow());

    internal static TimeSpan? Parse(string? value, DateTimeOffset now)
    {
        const NumberStyles Seconds = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (double.TryParse(value, Seconds, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, AtMost.TotalSeconds));
        }

        if (!DateTimeOffset.TryParseExact(value?.Trim(), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return null;
        }

        var wait = date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < AtMost ? wait : AtMost;
    }
}
