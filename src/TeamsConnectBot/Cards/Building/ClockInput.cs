using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Cards.Building;

/// <summary>
/// Reads a time as clients send it. The schema says HH:mm, but phones have sent seconds, AM or PM, one-digit hours, digits of another
/// script, and midnight as 24:00.
/// </summary>
internal static partial class ClockInput
{
    private const int Longest = 20;

    /// <returns>Null when it is not a time of day. 24:00 is midnight, as a start and as an end.</returns>
    public static LocalTime? Read(string? sent)
    {
        if (sent is null or { Length: > Longest } || Pattern().Match(Digits(sent)) is not { Success: true } match)
        {
            return null;
        }

        var (hour, minute) = (Number(match.Groups["hour"]), Number(match.Groups["minute"]));
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half.Value[0] is 'p' or 'P' ? 12 : 0);
        }

        return (hour, minute) switch
        {
            (24, 0) => LocalTime.Midnight,
            ( < 24, < 60) => new LocalTime(hour, minute),
            _ => null,
        };
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Digits(string sent)
    {
        var digits = new StringBuilder(sent.Length);
        foreach (var letter in sent)
        {
            digits.Append(char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter switch
            {
                '\u00A0' or '\u202F' => ' ',
                '：' or '٫' => ':',
                _ => letter,
            });
        }

        return digits.ToString().Trim();
    }

    [GeneratedRegex(
        @"^(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})(?:[:.][0-9]{2}(?:[.,][0-9]{1,7})?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
