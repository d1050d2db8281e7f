using System.Text.RegularExpressions;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Readers;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>Reads a length or a deadline, with the words that rituals are planned with. It corrects no spelling.</summary>
internal static partial class HelpTimeReader
{
    private const int MostHours = 4;

    // A longer period, such as 'januari', is a subject and no deadline.
    private const int LongestSpan = 14;

    private static readonly string[] About = ["ongeveer", "circa", "ca", "even", "maximaal", "about", "approx", "roughly", "around", "max"];

    private static readonly LocalTime MorningEnds = new(12, 0);
    private static readonly LocalTime LunchEnds = new(14, 0);

    /// <summary>The minutes of '20 min', 'een kwartiertje', 'about half an hour', '1 uur'; null for anything else.</summary>
    public static int? Minutes(string text, PhraseContext context) => InBoth<int>(text, context, at =>
    {
        at.MoveIf(About.Contains(at.Peek().Text));
        at.Skip(Sense.Article);
        var start = at.Position;
        if (LengthReader.Read(at) is { } length && IsAtEnd(at))
        {
            return length.Minutes;
        }

        // '1 uur' may also be a time; in a question, a few hours are a length.
        at.Position = start;
        return at.Take(Sense.Number, out var hours) && hours.Value is >= 1 and <= MostHours && at.Take(Sense.HourMark) && IsAtEnd(at)
            ? hours.Value * 60
            : null;
    });

    /// <summary>
    /// The deadline of 'morgen', 'uiterlijk vrijdag 15:00', 'voor donderdag', 'this week', 'vanmiddag', 'within three days'; null for
    /// anything else.
    /// </summary>
    public static HelpDeadline? Deadline(string text, PhraseContext context)
    {
        var match = Lead.Match(text);
        var excludes = match.Groups["before"].Success;
        var rest = Tail.Replace(text[match.Length..], "");
        if (WithinPattern.Match(rest) is { Success: true } within)
        {
            // 'Binnen drie dagen' is three days from now, like 'over drie dagen'.
            rest = "over " + rest[within.Length..];
        }

        var words = rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isFinal = match.Length > 0;
        for (var cut = words.Length; cut >= 0; cut--)
        {
            var (first, second) = (string.Join(' ', words[..cut]), string.Join(' ', words[cut..]));
            if ((Both(first, second, isFinal, excludes, context) ?? Both(second, first, isFinal, excludes, context)) is { } deadline)
            {
                return deadline;
            }
        }

        return null;
    }

    private static HelpDeadline? Both(string days, string time, bool isFinal, bool excludes, PhraseContext context)
    {
        if (days.Length == 0)
        {
            return time.Length > 0 && Clock(time, isFinal, context) is { } today ? new HelpDeadline(context.Today, today) : null;
        }

        if (Day(days, context) is not { } span)
        {
            return null;
        }

        if (time.Length > 0)
        {
            return Clock(time, isBareEnough: true, context) is { } clock ? new HelpDeadline(span.Last, clock) : null;
        }

        // 'Voor vrijdag' is over when Friday begins.
        return excludes && span.Part is null
            ? new HelpDeadline(span.First.PlusDays(-1), null)
            : new HelpDeadline(span.Last, span.Part switch
            {
                DayPart.Morning => MorningEnds,
                DayPart.Lunch => LunchEnds,
                _ => null,
            });
    }

    private static (LocalDate First, LocalDate Last, DayPart? Part)? Day(string text, PhraseContext context)
    {
        // DayReader passes over words that mean nothing for a ritual, such as the 'plan' of 'the plan for tomorrow'.
        if (!IsKnown(text)
            || Terms(text, context.Language).Exists(term => term.Sense == Sense.Filler)
            || DayReader.Read(text, context) is not { Times: 0, Spans: [var nearest, ..] } reading)
        {
            return null;
        }

        // On a Friday, 'vrijdag' is the next one: for today people write 'vandaag'.
        var span = reading.Weekday is null ? nearest : reading.Spans[^1];
        if (Period.DaysBetween(span.First, span.Last) > LongestSpan)
        {
            return null;
        }

        var part = Terms(text, context.Language).Where(term => term.Sense == Sense.DayPart).Select(term => (DayPart?)term.Value)
            .FirstOrDefault();
        return (span.First, span.Last, part);
    }

    private static LocalTime? Clock(string text, bool isBareEnough, PhraseContext context) => InBoth<LocalTime>(text, context, at =>
    {
        var isAt = at.TakeAny(Sense.At, Sense.Before, Sense.Until) || isBareEnough;
        return ClockReader.TryRead(at, out var clock, out var form) && IsAtEnd(at) && clock.Exists && (isAt || form != ClockForm.Bare)
            ? LocalTime.FromMinutesSinceMidnight(clock.Meanings().First())
            : (LocalTime?)null;
    });

    private static T? InBoth<T>(string text, PhraseContext context, Func<Cursor, T?> read)
        where T : struct =>
        !IsKnown(text) ? null
        : read(CursorOf(text, context.Language, context)) ?? read(CursorOf(text, context.Language.Other(), context));

    private static Cursor CursorOf(string text, Language language, PhraseContext context) =>
        new(Terms(text, language), language, context.Today);

    private static List<Term> Terms(string text, Language language) => TermReader.Read(Lexer.Cut(CleanText.Of(text)), language).Terms;

    private static bool IsKnown(string text)
    {
        var tokens = Lexer.Cut(CleanText.Of(text));
        return tokens.Count > 0 && tokens.TrueForAll(token => token.Kind switch
        {
            TokenKind.Quoted => false,
            TokenKind.Word => Lexicon.Of(Language.Dutch).HasToken(token.Text) || Lexicon.Of(Language.English).HasToken(token.Text)
                || CompoundDays.IsOne(token),
            _ => true,
        });
    }

    private static bool IsAtEnd(Cursor at)
    {
        while (at.IsMark(".") || at.IsMark("!"))
        {
            at.Position++;
        }

        return at.AtEnd;
    }

    [GeneratedRegex(
        @"^(?:(?:en|and|graag|liefst|het liefst|please|preferably|ideally)\s+)*"
            + @"(?:(?:uiterlijk|ten laatste|op zijn laatst|op z'n laatst|by|no later than|not later than|at the latest)\s+"
            + @"|(?:nog\s+)?(?<before>voor|vóór|before|until|till|tot)\s+(?!en met\b)"
            + @"|(?:nog|t/m|tot en met|klaar|for|due)\s+)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Lead { get; }

    [GeneratedRegex(
        @"\s+(?:graag|please|aub|a\.u\.b\.|alsjeblieft|at the latest|op zijn laatst|op z'n laatst|uiterlijk)[.!]?$|[.!]+$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tail { get; }

    [GeneratedRegex(@"^(?:binnen|within)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex WithinPattern { get; }
}
