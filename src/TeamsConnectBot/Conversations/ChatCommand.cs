using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Conversations;

/// <summary>Something a person typed in their own chat.</summary>
/// <param name="Person">Their row, as read a moment ago.</param>
/// <param name="Text">What follows the command's own words: lower case, single spaces, no punctuation at the end.</param>
/// <param name="Typed">The whole text, as it was typed.</param>
/// <param name="Database">For the transaction a command runs in.</param>
internal sealed record ChatTurn(ActivitySender Sender, Participant Person, string Text, string Typed, Database Database)
    : CommandTurn(Sender, Text)
{
    /// <summary>What follows the command's own words, as it was typed.</summary>
    public string TypedRest
    {
        get
        {
            var read = Typed.AsSpan(0, Math.Min(Typed.Length, CommandRouter<ChatTurn>.LongestRead));
            var skipped = CountOf(WrittenWords.Plain(read)) - CountOf(Text);
            var at = 0;
            for (var word = 0; word < skipped; word++)
            {
                at = Next(Next(at, isSpace: true), isSpace: false);
            }

            return Typed[Next(at, isSpace: true)..];
        }
    }

    private static int CountOf(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    // Where the spaces, or the letters, that begin here end.
    private int Next(int at, bool isSpace)
    {
        while (at < Typed.Length && (char.IsWhiteSpace(Typed[at]) || char.IsControl(Typed[at])) == isSpace)
        {
            at++;
        }

        return at;
    }
}

/// <summary>A command for a person's own chat. It runs in a transaction.</summary>
internal abstract class ChatCommand : Command<ChatTurn>
{
    /// <summary>What it does, by language, in a few words.</summary>
    public abstract IReadOnlyDictionary<string, string> Help { get; }

    /// <summary>Whether the help for everybody lists it; commands for a role are listed separately.</summary>
    public virtual bool IsForEverybody => true;

    /// <summary>Whether the help of admins and works council lists it.</summary>
    public virtual bool RequiresRole => false;

    /// <summary>Its place in help; the lower, the earlier.</summary>
    public virtual int HelpPosition => 100;

    /// <summary>The button that does the same; null where there is none.</summary>
    public virtual string? Verb => null;

    public override Task<Card> RunAsync(ChatTurn turn, CancellationToken cancellationToken) => turn.Database.WriteAsync(
        // Somebody who was erased since the message arrived is not written back.
        async db => await db.Participants.FindAsync([turn.Person.PersonId], cancellationToken) is { } person
            ? await RunAsync(db, person, turn.Text, cancellationToken)
            : new StateCard(CardState.Gone),
        cancellationToken);

    /// <param name="db">The rows, in a transaction.</param>
    /// <param name="person">Who typed it.</param>
    /// <param name="rest">What follows the command's words, trimmed.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>The answer.</returns>
    public abstract Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken);
}
