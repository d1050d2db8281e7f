using System.Globalization;
using System.Net.Http.Headers;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>Reads Retry-After from the raw header: Microsoft's services also send fractions, for which .NET's parser gives nothing.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan AtMost = TimeSpan.FromDays(1);

    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.NonValidated.TryGetValues("Retry-After", out var values) ? Read(values.ToString(), now) : null;

    public static TimeSpan? Read(string value, DateTimeOffset now)
    {
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds))
            return seconds < AtMost.TotalSeconds ? TimeSpan.FromSeconds(seconds) : AtMost;

        if (!DateTimeOffset.TryParseExact(value.Trim(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return null;

        var wait = date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < AtMost ? wait : AtMost;
    }
}
