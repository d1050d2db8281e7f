using System.Collections.Frozen;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Conversations;

/// <summary>
/// Dispatches what people type to the command with those words. The service does not start when two commands have the same words.
/// </summary>
internal sealed partial class CommandRouter<TTurn>
    where TTurn : CommandTurn
{
    /// <summary>No command is longer; the rest of a text is not read.</summary>
    public const int LongestRead = 500;

    private readonly FrozenDictionary<string, Command<TTurn>> commands;
    private readonly int mostWords;
    private readonly SweepRequests sweeps;
    private readonly ILogger<CommandRouter<TTurn>> logger;

    public CommandRouter(IEnumerable<Command<TTurn>> commands, SweepRequests sweeps, ILogger<CommandRouter<TTurn>> logger)
    {
        (this.sweeps, this.logger) = (sweeps, logger);
        var byWords = new Dictionary<string, Command<TTurn>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (command, words) in commands.SelectMany(
            command => command.Words.Values.SelectMany(list => list).Distinct().Select(words => (command, words))))
        {
            if (!byWords.TryAdd(words, command))
            {
                throw new InvalidOperationException(
                    $"Both {byWords[words].GetType().Name} and {command.GetType().Name} answer to '{words}'; words belong to one command.");
            }
        }

        this.commands = byWords.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        mostWords = byWords.Keys.Select(words => words.Split(' ').Length).DefaultIfEmpty(1).Max();
    }

    /// <returns>Null when the text is not a command.</returns>
    public async Task<Card?> AnswerAsync(TTurn turn, CancellationToken cancellationToken) => Find(turn.Text) is ({ } command, var rest)
        ? await RunAsync(command, turn with { Text = rest }, cancellationToken)
        : null;

    /// <summary>Finds the command with the most words that a text begins with, and what follows them.</summary>
    public (Command<TTurn>? Command, string Remainder) Find(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(mostWords, words.Length); count > 0; count--)
        {
            if (commands.TryGetValue(string.Join(' ', words[..count]).TrimEnd(':'), out var command))
            {
                return (command, string.Join(' ', words[count..]));
            }
        }

        return (null, "");
    }

    public async Task<Card> RunAsync(Command<TTurn> command, TTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await command.RunAsync(turn, cancellationToken);
            await sweeps.SweepSoonAsync(cancellationToken);
            return answer;
        }
        catch (Exception failure) when (failure is GraphUnavailableException or ConnectorException)
        {
            Log.Unavailable(logger, failure, command.GetType().Name);
            return new StateCard(CardState.TryAgain);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Command} needs Graph or Teams, which did not answer; the person was asked to try again")]
        public static partial void Unavailable(ILogger logger, Exception failure, string command);
    }
}
