using System.Collections.Frozen;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Finds the command in what somebody typed in a channel or group chat. Two commands with the same words stop the service at
/// start. What it does not understand is not kept.
/// </summary>
internal sealed partial class RitualTalk
{
    // A sentence is enough; nobody describes a moment in more.
    public const int LongestRead = 500;

    private static readonly string[] Prefixes = ["ritueel", "rituelen", "ritual", "rituals"];

    // Dutch splits its verbs: 'sla koffie over', 'zeg koffie af', 'maak dat ongedaan'.
    private static readonly (string Verb, string Part)[] SplitVerbs =
        [("sla", "over"), ("zeg", "af"), ("stel", "voor"), ("maak", "ongedaan"), ("plan", "in"), ("doe", "mee")];
    private readonly FrozenDictionary<string, RitualCommand> commands;
    private readonly int mostWords;
    private readonly ListCommand overview;
    private readonly AgreementsCommand agreements;
    private readonly SweepRequests sweeps;
    private readonly ILogger<RitualTalk> logger;

    public RitualTalk(IEnumerable<RitualCommand> commands, AgreementsCommand agreements, SweepRequests sweeps, ILogger<RitualTalk> logger)
    {
        (this.agreements, this.sweeps, this.logger) = (agreements, sweeps, logger);
        var byWords = new Dictionary<string, RitualCommand>(StringComparer.OrdinalIgnoreCase);
        foreach (var (command, words) in commands.SelectMany(command => command.Words.Values.SelectMany(list => list).Distinct().Select(words => (command, words))))
        {
            if (!byWords.TryAdd(words, command))
            {
                throw new InvalidOperationException($"Both {byWords[words].GetType().Name} and {command.GetType().Name} answer to '{words}'; words belong to one command.");
            }
        }

        this.commands = byWords.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        overview = byWords.Values.OfType<ListCommand>().First();
        mostWords = byWords.Keys.Max(words => words.Split(' ').Length);
    }

    public async Task<Card> AnswerAsync(Space space, Visitor visitor, string text, CancellationToken cancellationToken)
    {
        try
        {
            var card = await FindAsync(new RitualTurn(space, visitor, ""), text, cancellationToken);
            await sweeps.SweepSoonAsync(cancellationToken);
            return card;
        }
        catch (GraphUnavailableException failure)
        {
            Log.GraphUnavailable(logger, failure);
            return new Cards.StateCard(Cards.CardState.TryAgain);
        }
    }

    /// <summary>Whether a text is about rituals at all.</summary>
    public static bool IsFor(string text) => Words(text) is [var first, ..] && Prefixes.Concat(AgreementsCommand.Prefixes).Contains(first, StringComparer.OrdinalIgnoreCase);

    private Task<Card> FindAsync(RitualTurn turn, string text, CancellationToken cancellationToken)
    {
        if (text.Length > LongestRead)
        {
            return Task.FromResult<Card>(new RitualNoticeCard(RitualNotice.TooManyWords));
        }

        var words = Words(text);
        if (words is [var only, ..] && AgreementsCommand.Prefixes.Contains(only, StringComparer.OrdinalIgnoreCase))
        {
            return agreements.RunAsync(turn with { Text = string.Join(' ', words[1..]) }, cancellationToken);
        }

        if (words is not [var first, ..] || !Prefixes.Contains(first, StringComparer.OrdinalIgnoreCase))
        {
            // Whoever mentions the bot here means rituals: 'plan elke vrijdag 15:30 koffie'.
            return words.Length == 0 || IsHelp(words)
                ? overview.OverviewAsync(turn, cancellationToken)
                : RunAsync(turn, words, cancellationToken);
        }

        return words.Length == 1 || IsHelp(words[1..]) ? overview.OverviewAsync(turn, cancellationToken) : RunAsync(turn, words[1..], cancellationToken);
    }

    private Task<Card> RunAsync(RitualTurn turn, string[] words, CancellationToken cancellationToken)
    {
        words = Joined(words);
        for (var count = Math.Min(mostWords, words.Length); count > 0; count--)
        {
            if (!commands.TryGetValue(string.Join(' ', words[..count]).TrimEnd(':'), out var command))
            {
                continue;
            }

            var rest = string.Join(' ', words[count..]);
            return command is ProposeCommand && !turn.Proposes && rest.Length > 0
                ? ProposeAsync(turn with { Proposes = true }, words[count..], cancellationToken)
                : command.RunAsync(turn with { Text = rest }, cancellationToken);
        }

        return Task.FromResult<Card>(new RitualNoticeCard(RitualNotice.Unknown));
    }

    // 'propose every Friday 15:30' is a new one; 'propose move coffee to 16:00' is a change.
    private Task<Card> ProposeAsync(RitualTurn turn, string[] words, CancellationToken cancellationToken)
    {
        var isCommand = Enumerable.Range(1, Math.Min(mostWords, words.Length)).Any(count => commands.ContainsKey(string.Join(' ', words[..count])));
        return RunAsync(turn, isCommand ? words : [CreateCommand.Word, .. words], cancellationToken);
    }

    private static string[] Joined(string[] words)
    {
        foreach (var (verb, part) in SplitVerbs)
        {
            bool IsPart(string word) => Is(word.TrimEnd('.', '!'), part);
            bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
            if (words.Length > 2 && Is(words[0], verb) && !Is(words[1], part))
            {
                var at = IsPart(words[^1]) ? words.Length - 1 : Array.FindIndex(words, 1, IsPart);
                return at < 0 ? words : [verb, part, .. words[1..at], .. words[(at + 1)..]];
            }
        }

        return words;
    }

    private static bool IsHelp(string[] words) => words is [var word] && (word is "?" || word.ToLowerInvariant() is "help" or "hulp");

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A command in a channel needs Graph, which did not answer; the person was asked to try again and nothing was saved")]
        public static partial void GraphUnavailable(ILogger logger, Exception failure);
    }
}
