using System.Text.RegularExpressions;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>
/// Finds Entra's own error in the exception thrown when it issued no token. Azure.Identity often keeps it in an inner exception, behind a
/// message that says only 'failed'.
/// </summary>
public static partial class EntraError
{
    /// <summary>The error code, such as <c>AADSTS7000215</c>, which contains no personal data. Null when Entra gave none.</summary>
    /// <param name="failure">The exception that was thrown instead of returning a token.</param>
    public static string? CodeOf(Exception failure) => Find(failure) is { } message ? Code().Match(message).Value : null;

    /// <summary>The error code and Entra's explanation, on one line. Null when Entra gave none.</summary>
    /// <param name="failure">The exception that was thrown instead of returning a token.</param>
    public static string? Describe(Exception failure) =>
        Find(failure) is { } message ? message[Code().Match(message).Index..].Split('\n')[0].Split(" Trace ID:")[0].Trim() : null;

    private static string? Find(Exception? failure) => failure switch
    {
        null => null,
        _ when Code().IsMatch(failure.Message) => failure.Message,
        AggregateException several => several.InnerExceptions.Select(Find).FirstOrDefault(message => message is not null),
        _ => Find(failure.InnerException),
    };

    [GeneratedRegex("AADSTS[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
