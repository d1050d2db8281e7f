using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Operations;

/// <summary>What the settings' validators said, out of whatever the host wrapped it in.</summary>
internal static partial class StartupProblems
{
    /// <returns>Each problem once; none when the failure is about something else.</returns>
    public static IReadOnlyList<string> In(Exception failure) => failure switch
    {
        OptionsValidationException invalid => [.. invalid.Failures.Select(Plain).Distinct(StringComparer.Ordinal)],
        AggregateException several => [.. several.InnerExceptions.SelectMany(In).Distinct(StringComparer.Ordinal)],
        _ => [],
    };

    // The framework wraps an annotation's message in the class's and the member's name; the message says the key itself.
    private static string Plain(string failure) => Wrapped().Match(failure) is { Success: true } match ? match.Groups["message"].Value : failure;

    [GeneratedRegex("^DataAnnotation validation failed for .* with the error: '(?<message>.*)'\\.?$", RegexOptions.Singleline)]
    private static partial Regex Wrapped();
}
