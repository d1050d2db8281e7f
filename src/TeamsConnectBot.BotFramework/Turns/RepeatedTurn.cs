using Microsoft.Bot.Builder;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Marks the turn of a click that was delivered again.</summary>
public static class RepeatedTurn
{
    private const string Key = "TeamsConnectBot.Repeated";

    /// <summary>
    /// Whether the same click was handled before and its answer is no longer available. The bot must not act again, but show the current
    /// state.
    /// </summary>
    public static bool IsRepeated(this ITurnContext turnContext) => turnContext.TurnState.ContainsKey(Key);

    internal static BotCallbackHandler Marking(BotCallbackHandler handler) => (turnContext, cancellationToken) =>
    {
        turnContext.TurnState.Add(Key, Key);
        return handler(turnContext, cancellationToken);
    };
}
