using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Conversations;

/// <summary>A command that asks Graph something and may take long, so it runs in no transaction of the router's.</summary>
internal abstract class LookupCommand : ChatCommand
{
    public sealed override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A command that asks Graph runs outside a transaction.");

    /// <param name="person">Who typed it, as it was a moment ago.</param>
    /// <param name="rest">What follows the command's words, trimmed.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    /// <exception cref="Graph.Transport.GraphUnavailableException">Graph gave no usable answer.</exception>
    public abstract Task<Card> RunAsync(Participant person, string rest, CancellationToken cancellationToken);
}
