using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Conversations;

/// <summary>A command that calls Graph, which may take long; so it does not run in a transaction.</summary>
internal abstract class LookupCommand : ChatCommand
{
    public override Task<Card> RunAsync(ChatTurn turn, CancellationToken cancellationToken) =>
        RunAsync(turn.Person, turn.Text, cancellationToken);

    public sealed override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A command that calls Graph must not run in a transaction.");

    /// <param name="person">Who typed it, as read a moment ago.</param>
    /// <param name="rest">What follows the command's words, trimmed.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <exception cref="Graph.Transport.GraphUnavailableException">Graph gave no usable answer.</exception>
    public abstract Task<Card> RunAsync(Participant person, string rest, CancellationToken cancellationToken);
}
