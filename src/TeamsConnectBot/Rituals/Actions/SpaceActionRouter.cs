using System.Collections.Frozen;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Finds the action of a click on a card about rituals.</summary>
internal sealed partial class SpaceActionRouter(IEnumerable<SpaceAction> actions, SweepRequests sweeps, ILogger<SpaceActionRouter> logger)
{
    private readonly FrozenDictionary<string, SpaceAction> actions =
        actions.SelectMany(action => action.Verbs.Select(verb => (action, verb))).ToFrozenDictionary(pair => pair.verb, pair => pair.action, StringComparer.Ordinal);

    public bool Knows(string verb) => actions.ContainsKey(verb);

    public async Task<SpaceAnswer> HandleAsync(SpaceClick click, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await actions[click.Verb].HandleAsync(click, cancellationToken);
            await sweeps.SweepSoonAsync(cancellationToken);
            return answer;
        }
        catch (Exception failure) when (failure is GraphUnavailableException or ConnectorException)
        {
            Log.Unavailable(logger, failure, click.Verb);
            return new SpaceAnswer(new StateCard(CardState.TryAgain), KeepsCard: true);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Verb} needs Graph or Teams, which did not answer; the person was asked to try again and nothing was saved")]
        public static partial void Unavailable(ILogger logger, Exception failure, string verb);
    }
}
