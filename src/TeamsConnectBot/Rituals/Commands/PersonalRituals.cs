using Microsoft.Bot.Schema;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Ritual commands in somebody's own chat with the bot, for the teams they lead and the rituals they take part in. What they
/// decide there is said in the channel.
/// </summary>
internal sealed partial class PersonalRituals(LedSpaces led, SpaceNames names, RitualTalk talk, DraftDesk drafts, ILogger<PersonalRituals> logger)
{
    // As many as a card of options holds; in a channel no question is needed.
    private const int MostOffered = 4;

    /// <returns>Null when it is not about rituals, or they have nothing to do with any: then the ordinary commands answer.</returns>
    public async Task<Card?> AnswerAsync(Activity activity, string text, CancellationToken cancellationToken)
    {
        if (!RitualTalk.IsFor(text) || Visitor.Of(activity) is not { } visitor)
        {
            return null;
        }

        try
        {
            return await led.OfAsync(visitor.PersonId, cancellationToken) switch
            {
                [] => null,
                [var only] => await talk.AnswerAsync(only, visitor, text, cancellationToken),
                [var first, ..] when text.Length > RitualTalk.LongestRead => await talk.AnswerAsync(first, visitor, text, cancellationToken),
                var several => await AskAsync(several, visitor, text, cancellationToken),
            };
        }
        catch (GraphUnavailableException failure)
        {
            Log.GraphUnavailable(logger, failure);
            return new StateCard(CardState.TryAgain);
        }
    }

    private async Task<Card?> AskAsync(IReadOnlyList<Space> spaces, Visitor visitor, string text, CancellationToken cancellationToken)
    {
        var options = new List<DraftOption>();
        foreach (var space in spaces)
        {
            if (options.Count < MostOffered && await names.OfAsync(space, cancellationToken) is { } name)
            {
                options.Add(new DraftOption(name, Command: text, SpaceId: space.Id));
            }
        }

        return options.Count == 0 ? null : await drafts.AskAsync(new RitualTurn(spaces[0], visitor, ""), visitor.Texts.Ritual.Question.WhichTeam, options, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A ritual command in somebody's own chat needs Graph, which did not answer; they were asked to try again")]
        public static partial void GraphUnavailable(ILogger logger, Exception failure);
    }
}
