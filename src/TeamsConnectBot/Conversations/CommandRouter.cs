using System.Collections.Frozen;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Conversations;

/// <summary>
/// Finds the command in what someone typed, and runs it. Two commands with the same words stop the service at start.
/// </summary>
internal sealed class CommandRouter
{
    // Nobody types a command that long; the rest is not read.
    private const int LongestRead = 500;

    private readonly FrozenDictionary<string, ChatCommand> commands;
    private readonly int mostWords;
    private readonly Database database;
    private readonly SweepRequests sweeps;

    public CommandRouter(IEnumerable<ChatCommand> commands, Database database, SweepRequests sweeps)
    {
        (this.database, this.sweeps) = (database, sweeps);
        var byWords = new Dictionary<string, ChatCommand>(StringComparer.Ordinal);
        foreach (var (command, words) in commands.SelectMany(command => command.Words.Values.SelectMany(list => list).Distinct().Select(words => (command, words))))
        {
            if (!byWords.TryAdd(words, command))
            {
                throw new InvalidOperationException($"Both {byWords[words].GetType().Name} and {command.GetType().Name} answer to '{words}'; words belong to one command.");
            }
        }

        this.commands = byWords.ToFrozenDictionary(StringComparer.Ordinal);
        mostWords = byWords.Keys.Select(words => words.Split(' ').Length).DefaultIfEmpty(1).Max();
    }

    /// <returns>Null for what is no command.</returns>
    public async Task<Card?> AnswerAsync(Participant person, string text, CancellationToken cancellationToken)
    {
        var (command, rest) = Find(WrittenWords.Plain(text.AsSpan(0, Math.Min(text.Length, LongestRead))));
        return command is null ? null : await RunAsync(command, person, rest, cancellationToken);
    }

    public async Task<Card> RunAsync(ChatCommand command, Participant person, string rest, CancellationToken cancellationToken)
    {
        var answer = command is LookupCommand lookup
            ? await LookUpAsync(lookup, person, rest, cancellationToken)
            : await database.WriteAsync(
                async db => await command.RunAsync(db, await db.Participants.FindAsync([person.PersonId], cancellationToken) ?? person, rest, cancellationToken),
                cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return answer;
    }

    // Graph's trouble is in the log already, where it was met.
    private static async Task<Card> LookUpAsync(LookupCommand command, Participant person, string rest, CancellationToken cancellationToken)
    {
        try
        {
            return await command.RunAsync(person, rest, cancellationToken);
        }
        catch (GraphUnavailableException)
        {
            return new StateCard(CardState.TryAgain);
        }
    }

    private (ChatCommand? Command, string Remainder) Find(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(mostWords, words.Length); count > 0; count--)
        {
            if (commands.TryGetValue(string.Join(' ', words[..count]), out var command))
            {
                return (command, string.Join(' ', words[count..]));
            }
        }

        return (null, "");
    }
}
