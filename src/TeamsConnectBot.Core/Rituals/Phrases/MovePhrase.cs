using System.Text.RegularExpressions;
using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Readers;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>What somebody wrote about moving a ritual: which occurrence, once or always, and to when.</summary>
/// <param name="Target">The words for the new time, as written.</param>
/// <param name="Which">Which occurrence; null if not said.</param>
/// <param name="SaysOnce">Whether the phrase says that it is about one occurrence only.</param>
/// <param name="IsAlways">Whether the phrase says that it applies from now on.</param>
/// <param name="Shift">How much later, or earlier if negative; null if the phrase names a moment.</param>
/// <param name="From">The day of the week after 'van' or 'from', if nothing else stands there.</param>
public sealed partial record MovePhrase(
    string Target, DayReading? Which, bool SaysOnce, bool IsAlways, Period? Shift, IsoDayOfWeek? From)
{
    /// <summary>Whether the phrase is about one occurrence only.</summary>
    public bool IsOnce => (SaysOnce || Which is not null) && !IsAlways;

    /// <summary>Reads the text after the ritual's name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">Where and when it was written.</param>
    public static MovePhrase Read(string text, PhraseContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var rest = OncePattern.Replace(text, " ", 1);
        var isOnce = rest.Length != text.Length;
        var lasting = AlwaysPattern.Replace(rest, " ", 1);
        var isAlways = lasting.Length != rest.Length;
        rest = Spaces.Replace(lasting, " ").Trim();

        var (which, target) = Split(rest, context);
        var from = FromPattern.IsMatch(rest) ? which?.Weekday : null;
        return new MovePhrase(target, which, isOnce, isAlways, ShiftOf(target, context.Language), from);
    }

    /// <summary>
    /// The same phrase about a ritual on these days of the week. 'From Friday' is the present day of a ritual on Fridays, and does not
    /// name one occurrence.
    /// </summary>
    public MovePhrase ForRitualOn(IReadOnlyCollection<IsoDayOfWeek> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return From is { } from && days.Count > 0 && days.All(day => day == from) ? this with { Which = null } : this;
    }

    // 'van volgende week naar vrijdag', 'deze week naar vrijdag', 'from 15:30 to 16:00'.
    private static (DayReading? Which, string Target) Split(string text, PhraseContext context)
    {
        foreach (var match in TargetPattern.Matches(text).Cast<Match>())
        {
            var source = text[..match.Index].Trim();
            var target = text[(match.Index + match.Length)..].Trim();
            if (target.Length == 0)
            {
                continue;
            }

            if (source.Length == 0 || TimePattern.IsMatch(source))
            {
                return (null, target);
            }

            if (DayReader.Read(SourceLead.Replace(source, "", 1), context) is { } days)
            {
                return (days, target);
            }
        }

        // 'volgende week een uur later'
        var shift = ShiftPattern.Match(text);
        var before = shift.Success ? text[..shift.Index].Trim() : "";
        return before.Length > 0 && DayReader.Read(SourceLead.Replace(before, "", 1), context) is { } which
            ? (which, shift.Value.Trim())
            : (null, text);
    }

    private static Period? ShiftOf(string target, Language language)
    {
        if (ShiftPattern.Match(target) is not { Success: true, Index: 0 } match
            || Length(match.Groups["length"].Value, language) is not { } length)
        {
            return null;
        }

        return match.Groups["earlier"].Success ? Period.Zero - length : length;
    }

    private static Period? Length(string text, Language language)
    {
        var at = new Cursor(TermReader.Read(Lexer.Cut(CleanText.Of(text)), language).Terms, language, default);
        if (LengthReader.Read(at) is LengthPiece minutes && at.AtEnd)
        {
            return Period.FromMinutes(minutes.Minutes);
        }

        at.Position = 0;
        var count = at.Take(Sense.Number, out var number) ? number.Value : at.Take(Sense.Article) ? 1 : 0;
        var unit = at.Peek().Sense;
        at.Position++;
        return !at.AtEnd || count is < 1 or > 99 ? null : unit switch
        {
            Sense.HourMark or Sense.HourLength => Period.FromMinutes(60 * count),
            Sense.Day => Period.FromDays(count),
            Sense.Week => Period.FromWeeks(count),
            _ => null,
        };
    }

    [GeneratedRegex(
        @"\b(?:(?:alleen|slechts|enkel|only|just)\s+)?"
            + @"(?:eenmalig|(?:de\s+)?(?:één|een|1)\s+keer|once|one\s+time|deze\s+keer|this\s+time|(?:the\s+)?next\s+time"
            + @"|(?:de\s+)?(?:volgende|komende|eerstvolgende)\s+keer)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex OncePattern { get; }

    [GeneratedRegex(@"\b(?:voortaan|altijd|voorgoed|vanaf nu|for good|from now on|always|permanently)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AlwaysPattern { get; }

    [GeneratedRegex(@"^(?:van|from)\s", RegexOptions.IgnoreCase)]
    private static partial Regex FromPattern { get; }

    [GeneratedRegex(@"(?<=^|\s)(?:naar|to)(?=\s)", RegexOptions.IgnoreCase)]
    private static partial Regex TargetPattern { get; }

    [GeneratedRegex(@"^(?:(?:van|from|die|that|of|alleen|only|just|op|on|de|het|the)\s+)+", RegexOptions.IgnoreCase)]
    private static partial Regex SourceLead { get; }

    // The ritual's current time, as in 'from 15:30 to 16:00', adds nothing.
    [GeneratedRegex(@"^(?:van|from|om|at)?\s*\d{1,2}(?:[:.u]\d{0,2})?\s*(?:uur|am|pm)?$", RegexOptions.IgnoreCase)]
    private static partial Regex TimePattern { get; }

    [GeneratedRegex(
        @"(?<length>(?:(?:een|één|an?|one|\d+|twee|drie|vier|vijf|tien|vijftien|twintig|two|three|four|five|ten|fifteen|twenty"
            + @"|half|halve|anderhalf|anderhalve|het)\s+)*(?:half\s+)?"
            + @"(?:uurtje|uur|uren|u|hours?|hrs?|kwartier|halfuur|minuten|minuut|minutes?|mins?|dagen|dag|days?|weken|week|weeks?))\s+"
            + @"(?:(?<later>later|naar achteren|vooruit)|(?<earlier>eerder|vroeger|earlier|sooner|naar voren))$",
        RegexOptions.IgnoreCase)]
    private static partial Regex ShiftPattern { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
