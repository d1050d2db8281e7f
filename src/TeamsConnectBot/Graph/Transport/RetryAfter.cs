using System.Globalization;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>Reads <c>Retry-After</c> as Graph sends it: whole or fractional seconds, or a date.</summary>
internal static class RetryAfter
{
    // HttpClient's own parser gives nothing for fractional seconds, so the raw header is read.
    public static TimeSpan? Of(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? Parse(values.ToString()) : null;

    public static TimeSpan? Parse(string? value)
    {
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(1).TotalSeconds));
        }

        if (!DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return null;
        }

        var wait = date - TimeProvider.System.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
