using System.Text.RegularExpressions;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>Why Entra issued no token, in its own words.</summary>
/// <param name="Code">The error code, such as <c>AADSTS7000215</c>.</param>
/// <param name="Sentence">The first sentence of Entra's explanation.</param>
/// <param name="CorrelationId">The request's id at Microsoft and in the tenant's sign-in log; null when there was none.</param>
public sealed record EntraProblem(string Code, string Sentence, string? CorrelationId);

/// <summary>
/// Finds Entra's own error in the exception thrown when it issued no token. Azure.Identity often keeps it in an inner exception, behind a
/// message that says only 'failed'.
/// </summary>
public static partial class EntraError
{
    /// <summary>The error code, such as <c>AADSTS7000215</c>, which contains no personal data. Null when Entra gave none.</summary>
    /// <param name="failure">The exception that was thrown instead of returning a token.</param>
    public static string? CodeOf(Exception failure) => Find(failure) is { } message ? Code().Match(message).Value : null;

    /// <summary>What Entra said. Null when it said nothing, for example because it could not be reached.</summary>
    /// <param name="failure">The exception that was thrown instead of returning a token.</param>
    public static EntraProblem? Read(Exception failure)
    {
        if (Find(failure) is not { } message)
        {
            return null;
        }

        var code = Code().Match(message);
        var text = message[(code.Index + code.Length)..].TrimStart(':', ' ');
        var sentence = text.Split('\n')[0].Split(" Trace ID:")[0].Split(". ")[0].Trim();
        var correlation = Correlation().Match(message);
        return new EntraProblem(
            code.Value, sentence.EndsWith('.') ? sentence : sentence + ".", correlation.Success ? correlation.Groups["id"].Value : null);
    }

    /// <summary>Why there is no token, on one line: Entra's code and explanation, or else the exception's own first line.</summary>
    /// <param name="failure">The exception that was thrown instead of returning a token.</param>
    public static string ReasonOf(Exception failure) =>
        Read(failure) is { } problem ? $"{problem.Code}: {problem.Sentence}" : failure.Message.Split('\n')[0].Trim();

    private static string? Find(Exception? failure) => failure switch
    {
        null => null,
        _ when Code().IsMatch(failure.Message) => failure.Message,
        AggregateException several => several.InnerExceptions.Select(Find).FirstOrDefault(message => message is not null),
        _ => Find(failure.InnerException),
    };

    [GeneratedRegex("AADSTS[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("Correlation ID: (?<id>[0-9a-fA-F-]{36})", RegexOptions.CultureInvariant)]
    private static partial Regex Correlation();
}
