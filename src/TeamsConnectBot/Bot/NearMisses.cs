using TeamsConnectBot.Conversations;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Bot;

/// <summary>Suggests commands for text that resembles a command, or that mentions what a command does.</summary>
internal sealed class NearMisses(IEnumerable<ChatCommand> commands)
{
    private const int MostOffered = 3;
    private const int LongWord = 6;

    // One of a command's own words, and other words for what it does.
    private static readonly (string Command, string[] Words)[] Topics =
    [
        ("coffee",
        [
            "lunch", "lunchen", "wandelen", "wandeling", "walk", "thee", "tea", "borrel", "afspreken", "meet", "ontmoeten", "collega",
            "colleague",
        ]),
        ("ask",
        [
            "help", "hulp", "helpen", "vragen", "weet", "uitleg", "uitleggen", "vastgelopen", "question", "know", "knows", "explain",
            "stuck",
        ]),
        ("pause", ["ziek", "sick", "vakantie", "verlof", "holiday", "vacation", "vrij", "druk", "busy"]),
        ("my data", ["baas", "boss", "manager", "leidinggevende", "privacy", "bewaar", "bewaren", "gegevens", "data"]),
        ("rules", ["baas", "boss", "manager", "leidinggevende", "privacy"]),
        ("stop", ["stoppen", "weg", "unsubscribe", "leave"]),
        ("forget me", ["wissen", "delete", "verwijderen"]),
        ("language", ["taal", "language"]),
        ("preferences", ["werktijden", "dagen", "uren", "days", "hours"]),
    ];

    // 'Afspreken' is about meeting somebody, although it is one letter from 'afspraken'.
    private static readonly HashSet<string> KnownWords = [.. Topics.SelectMany(topic => topic.Words)];

    private readonly List<ChatCommand> offered = [.. commands.Where(command => command is { IsForEverybody: true, Verb: not null })];

    /// <returns>The most likely command first; empty when there is none.</returns>
    public IReadOnlyList<ChatCommand> Of(string text)
    {
        var bare = WrittenWords.Bare(text);
        var words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return [];
        }

        var nearly = offered.Where(command => WordsOf(command).Any(known => IsNear(known, words))).ToList();
        var about = nearly.Count > 0
            ? []
            : Topics.Where(topic => topic.Words.Intersect(words).Any())
                .Select(topic => offered.Find(command => WordsOf(command).Contains(topic.Command))).OfType<ChatCommand>();
        return [.. nearly.Concat(about).Distinct().Take(MostOffered)];
    }

    private static IEnumerable<string> WordsOf(ChatCommand command) =>
        command.Words.Values.SelectMany(list => list).Select(words => WrittenWords.Bare(words)).Where(words => words.Length > 0);

    private static bool IsNear(string known, string[] typed)
    {
        var count = known.Split(' ').Length;
        // People also write two words as one, or one word as two: 'checkin', 'voor keuren'.
        return new[] { count - 1, count, count + 1 }.Where(length => length > 0 && length <= typed.Length).Any(length =>
        {
            var beginning = string.Concat(typed[..length]);
            var whole = known.Replace(" ", "", StringComparison.Ordinal);
            return whole.Length > 3 && Distance(beginning, whole) <= (whole.Length < LongWord ? 1 : 2) && beginning.Length > 3
                && !KnownWords.Contains(beginning);
        });
    }

    /// <summary>The number of letters that are wrong, missing, extra or swapped (Damerau–Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 2)
        {
            return int.MaxValue;
        }

        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                rows[i, j] = Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }
}
