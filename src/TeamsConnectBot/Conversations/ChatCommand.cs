using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Conversations;

/// <summary>One thing people can type. Its words, its help line and its examples stand with it.</summary>
internal abstract class ChatCommand
{
    /// <summary>What people type, by language; the first word of each is the one that help shows. People send the words of any language.</summary>
    public abstract IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; }

    /// <summary>What it does, by language, in a few words.</summary>
    public abstract IReadOnlyDictionary<string, string> Help { get; }

    /// <summary>Whether help names it to everybody; what only some can do, those are told where they do it.</summary>
    public virtual bool IsForEverybody => true;

    /// <summary>Whether the help of admins and works council lists it.</summary>
    public virtual bool RequiresRole => false;

    /// <summary>Where help lists it; the lower, the earlier.</summary>
    public virtual int HelpPosition => 100;

    /// <summary>The button that does the same; null where there is none.</summary>
    public virtual string? Verb => null;

    /// <param name="db">The rows, in a transaction.</param>
    /// <param name="person">Who typed it.</param>
    /// <param name="rest">What follows the command's words, trimmed.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    /// <returns>The answer.</returns>
    public abstract Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken);

    protected static IReadOnlyDictionary<string, IReadOnlyList<string>> Spoken(IReadOnlyList<string> nl, IReadOnlyList<string> en) =>
        new Dictionary<string, IReadOnlyList<string>> { ["nl"] = nl, ["en"] = en };

    protected static IReadOnlyDictionary<string, string> InBoth(string nl, string en) => new Dictionary<string, string> { ["nl"] = nl, ["en"] = en };
}
