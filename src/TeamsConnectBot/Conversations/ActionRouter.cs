using System.Collections.Frozen;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Conversations;

/// <summary>Finds the action of a click. Two actions with the same verb stop the service at start.</summary>
internal sealed partial class ActionRouter
{
    private readonly FrozenDictionary<string, CardAction> actions;
    private readonly ILogger<ActionRouter> logger;

    public ActionRouter(IEnumerable<CardAction> actions, ILogger<ActionRouter> logger)
    {
        this.logger = logger;
        var byVerb = new Dictionary<string, CardAction>(StringComparer.Ordinal);
        foreach (var (action, verb) in actions.SelectMany(action => action.Verbs.Select(verb => (action, verb))))
        {
            if (!byVerb.TryAdd(verb, action))
            {
                throw new InvalidOperationException($"Both {byVerb[verb].GetType().Name} and {action.GetType().Name} take the verb '{verb}'; a verb has one action.");
            }
        }

        this.actions = byVerb.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public async Task<Card> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        if (!actions.TryGetValue(click.Verb, out var action))
        {
            Log.UnknownVerb(logger);
            return new StateCard(CardState.Gone);
        }

        try
        {
            return await action.HandleAsync(click, cancellationToken);
        }
        catch (GraphUnavailableException failure)
        {
            Log.GraphUnavailable(logger, failure, action.GetType().Name);
            return new StateCard(CardState.TryAgain);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A card asked for something this version does not know; it was answered as gone")]
        public static partial void UnknownVerb(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "{Action} needs Graph, which did not answer; the person was asked to try again and nothing was saved")]
        public static partial void GraphUnavailable(ILogger logger, Exception failure, string action);
    }
}
