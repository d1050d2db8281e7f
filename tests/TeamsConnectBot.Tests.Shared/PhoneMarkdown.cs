using System.Text;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Shared;

/// <summary>
/// How phones render one line of markdown (the shared object model of AdaptiveCards): links, emphasis and lists. A backslash escapes a star
/// but is shown as well; before a bracket it is only shown. Characters outside ASCII count as letters.
/// </summary>
internal static partial class PhoneMarkdown
{
    /// <returns>What a person reads; null when the line contains any markup.</returns>
    public static string? Shown(string line)
    {
        if (List().IsMatch(line) || Link().IsMatch(line) || line.Contains("{{", StringComparison.Ordinal))
        {
            return null;
        }

        var shown = new StringBuilder();
        var open = new HashSet<char>();
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is not ('*' or '_') || (at > 0 && line[at - 1] == '\\'))
            {
                shown.Append(line[at]);
                continue;
            }

            var end = at;
            while (end < line.Length && line[end] is '*' or '_')
            {
                end++;
            }

            var before = at == 0 ? '\0' : line[at - 1];
            var after = end < line.Length ? line[end] : '\0';
            if (open.Contains(line[at]) && Closes(before, after, line[at]))
            {
                return null;
            }

            if (Opens(before, after, line[at]))
            {
                open.Add(line[at]);
            }

            shown.Append(line, at, end - at);
            // The only backslash that phones do not show.
            at = after == '\\' ? end : end - 1;
        }

        return shown.Replace("\u2060", "").ToString();
    }

    private static bool Opens(char before, char after, char mark) =>
        after != '\0' && !char.IsWhiteSpace(after) && !(IsLetter(before) && IsMark(after)) && !(IsLetter(before) && mark == '_');

    private static bool Closes(char before, char after, char mark)
    {
        if (before == '\0' || char.IsWhiteSpace(before))
        {
            return false;
        }

        var (checksAhead, isInsideAWord) = (IsMark(before), IsLetter(before) && mark == '_');
        return IsMark(after)
            || ((after == '\0' || char.IsWhiteSpace(after)) && (checksAhead || isInsideAWord || mark == '*'))
            || (IsLetter(after) && !checksAhead && !isInsideAWord);
    }

    private static bool IsLetter(char letter) => letter > 127 || char.IsAsciiLetterOrDigit(letter);

    private static bool IsMark(char letter) => letter < 128 && (char.IsPunctuation(letter) || char.IsSymbol(letter));

    [GeneratedRegex(@"(^|[\])])([-+*] |\d+\. )")]
    private static partial Regex List();

    [GeneratedRegex(@"\[.*\]\(")]
    private static partial Regex Link();
}
