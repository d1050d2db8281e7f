using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Shared;

/// <summary>
/// How web and desktop clients render one line of markdown: CommonMark without HTML, with strikethrough, and with addresses that become
/// links.
/// </summary>
internal static partial class WebMarkdown
{
    /// <returns>What a person reads; null when the line contains any markup.</returns>
    public static string? Shown(string line)
    {
        if (Block().IsMatch(line) || Address().IsMatch(Escape().Replace(line, "x")))
        {
            return null;
        }

        var (shown, delimiters) = (new StringBuilder(), new List<(char Mark, bool Opens, bool Closes)>());
        for (var at = 0; at < line.Length; at++)
        {
            var rest = line[at..];
            switch (line[at])
            {
                case '\\' when at + 1 < line.Length && IsMark(line[at + 1]):
                    shown.Append(line[++at]);
                    continue;
                case '`' when Code().Match(rest) is { Success: true }:
                case '[' when Link().IsMatch(rest):
                case '<' when AutoLink().IsMatch(rest):
                    return null;
                case '&' when Reference().Match(rest) is { Success: true } reference
                    && WebUtility.HtmlDecode(reference.Value) != reference.Value:
                    return null;
                case '*' or '_' or '~':
                    var run = rest.TakeWhile(letter => letter == line[at]).Count();
                    if (line[at] != '~' || run > 1)
                    {
                        delimiters.Add(Delimiter(line, at, run));
                    }

                    shown.Append(line, at, run);
                    at += run - 1;
                    continue;
            }

            shown.Append(line[at]);
        }

        var pairs = delimiters.Select(
            (one, index) => one.Opens && delimiters.Skip(index + 1).Any(other => other.Mark == one.Mark && other.Closes));
        return pairs.Contains(true) || shown.ToString().Contains("{{", StringComparison.Ordinal)
            ? null
            : shown.Replace("\u2060", "").ToString();
    }

    private static (char Mark, bool Opens, bool Closes) Delimiter(string line, int at, int run)
    {
        var before = at == 0 ? ' ' : line[at - 1];
        var after = at + run < line.Length ? line[at + run] : ' ';
        bool IsPunctuation(char letter) => char.IsPunctuation(letter) || char.IsSymbol(letter);
        var left = !char.IsWhiteSpace(after) && (!IsPunctuation(after) || char.IsWhiteSpace(before) || IsPunctuation(before));
        var right = !char.IsWhiteSpace(before) && (!IsPunctuation(before) || char.IsWhiteSpace(after) || IsPunctuation(after));
        return line[at] == '_'
            ? ('_', left && (!right || IsPunctuation(before)), right && (!left || IsPunctuation(after)))
            : (line[at], left, right);
    }

    private static bool IsMark(char letter) => letter < 128 && (char.IsPunctuation(letter) || char.IsSymbol(letter));

    [GeneratedRegex(
        @"^ {0,3}(#{1,6}(\s|$)|[-+*](\s|$)|\d{1,9}[.)](\s|$)|>|=+\s*$|(-\s*){3,}$|(_\s*){3,}$|(\*\s*){3,}$|~~~|```|\[[^\[\]]+\]:)")]
    private static partial Regex Block();

    [GeneratedRegex(@"\w://|www\.\w", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^(`+)(?!`).*?(?<!`)\1(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\[.*\]\(")]
    private static partial Regex Link();

    [GeneratedRegex(@"^<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9.-]+)>|^</?at\b", RegexOptions.IgnoreCase)]
    private static partial Regex AutoLink();

    [GeneratedRegex(@"^&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]*);")]
    private static partial Regex Reference();
}
