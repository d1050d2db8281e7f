using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>One thing people can type after <c>ritueel</c> or <c>ritual</c>. Its words and its help line stand with it.</summary>
internal abstract class RitualCommand
{
    /// <summary>What people type, by language; the first is the one that help shows. Both languages are understood everywhere.</summary>
    public abstract IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; }

    /// <summary>What it does, by language, with an example.</summary>
    public abstract IReadOnlyDictionary<string, string> Help { get; }

    public abstract Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken);
}

/// <summary>Somebody typed a command in a space.</summary>
/// <param name="Text">What follows the command's own words.</param>
/// <param name="Proposes">Whether the team is to vote on it, whoever typed it.</param>
internal sealed record RitualTurn(Space Space, Visitor Visitor, string Text, bool Proposes = false);
