using System.Text.RegularExpressions;

namespace TeamsConnectBot.Operations;

/// <summary>Extracts the messages of the settings' validators from the exceptions that the host wraps them in.</summary>
internal static partial class StartupProblems
{
    /// <returns>Each problem once; none when the failure has another cause.</returns>
    public static IReadOnlyList<string> In(Exception failure) => failure switch
    {
        OptionsValidationException invalid => [.. invalid.Failures.Select(Plain).Distinct(StringComparer.Ordinal)],
        InvalidOperationException when Conversion().Match(failure.Message) is { Success: true } match =>
            [$"{match.Groups["key"].Value} is '{match.Groups["value"].Value}'; it must be {Form(match.Groups["type"].Value)}"],
        AggregateException several => [.. several.InnerExceptions.SelectMany(In).Distinct(StringComparer.Ordinal)],
        _ => [],
    };

    // Strips the class and member names that the framework puts before a data annotation's message: the message already names the key.
    private static string Plain(string failure) =>
        Wrapped().Match(failure) is { Success: true } match ? match.Groups["message"].Value : failure;

    private static string Form(string type) => type switch
    {
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Double" => "a number",
        "System.Boolean" => "true or false",
        "System.TimeSpan" => "a duration such as 00:05:00",
        _ => $"a {type.Split('.', '+')[^1]}",
    };

    // Only a value that is not a text fails to convert, so this cannot be a secret.
    [GeneratedRegex(
        "^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex Conversion();

    [GeneratedRegex("^DataAnnotation validation failed for .* with the error: '(?<message>.*)'\\.?$", RegexOptions.Singleline)]
    private static partial Regex Wrapped();
}
