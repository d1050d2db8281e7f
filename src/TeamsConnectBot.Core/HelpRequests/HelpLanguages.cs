using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>The languages somebody can ask to be helped in, as people name them in Dutch and English.</summary>
internal static partial class HelpLanguages
{
    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["nederlands"] = "nl", ["dutch"] = "nl", ["engels"] = "en", ["english"] = "en", ["duits"] = "de", ["german"] = "de",
        ["frans"] = "fr", ["french"] = "fr", ["spaans"] = "es", ["spanish"] = "es",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of 'in het Engels', 'English please'; null for anything else.</summary>
    public static string? Read(string text) =>
        Pattern.Match(text) is { Success: true } match ? Codes.GetValueOrDefault(match.Groups["name"].Value) : null;

    [GeneratedRegex(
        @"^(?:(?:graag|liefst|please|preferably)\s+)?(?:in\s+(?:het\s+)?)?(?<name>\p{L}+)(?:\s+(?:graag|please|aub))?[.!]?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Pattern { get; }
}
