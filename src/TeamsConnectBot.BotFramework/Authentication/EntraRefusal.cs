using System.Text.RegularExpressions;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>What Entra said when it gave no token. The library keeps it in an inner exception; its own says 'failed' and no more.</summary>
public static partial class EntraRefusal
{
    /// <summary>The code, such as <c>AADSTS7000215</c>: it names nobody. Null when Entra said none.</summary>
    /// <param name="failure">What came instead of a token.</param>
    public static string? CodeIn(Exception failure) => Find(failure) is { } said ? Code().Match(said).Value : null;

    /// <summary>The code and what Entra says of it, in one line.</summary>
    /// <param name="failure">What came instead of a token.</param>
    public static string? In(Exception failure)
    {
        if (Find(failure) is not { } said)
        {
            return null;
        }

        var line = said[Code().Match(said).Index..].Split('\n')[0];
        var end = line.IndexOf(" Trace ID:", StringComparison.Ordinal);
        return (end < 0 ? line : line[..end]).Trim();
    }

    private static string? Find(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (Code().IsMatch(cause.Message))
            {
                return cause.Message;
            }

            if (cause is AggregateException several && several.InnerExceptions.Select(Find).OfType<string>().FirstOrDefault() is { } said)
            {
                return said;
            }
        }

        return null;
    }

    [GeneratedRegex("AADSTS[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
