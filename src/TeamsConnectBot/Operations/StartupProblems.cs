using System.Text.RegularExpressions;

namespace TeamsConnectBot.Operations;

/// <summary>Extracts the messages of the settings' validators from the exceptions that the host wraps them in.</summary>
internal static partial class StartupProblems
{
    /// <returns>Each problem once; none when the failure has another cause.</returns>
    public static IReadOnlyList<string> In(Exception failure) => failure switch
    {
        OptionsValidationException invalid => [.. invalid.Failures.Select(Plain).Distinct(StringComparer.Ordinal)],
        AggregateException several => [.. several.InnerExceptions.SelectMany(In).Distinct(StringComparer.Ordinal)],
        _ => [],
    };

    // Strips the class and member names that the framework puts before a data annotation's message: the message already names the key.
    private static string Plain(string failure) =>
        Wrapped().Match(failure) is { Success: true } match ? match.Groups["message"].Value : failure;

    [GeneratedRegex("^DataAnnotation validation failed for .* with the error: '(?<message>.*)'\\.?$", RegexOptions.Singleline)]
    private static partial Regex Wrapped();
}
