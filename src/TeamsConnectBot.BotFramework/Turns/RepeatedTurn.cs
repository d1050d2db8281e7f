using Microsoft.Bot.Builder;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Marks a click that was delivered again.</summary>
public static class RepeatedTurn
{
    private const string Key = "TeamsConnectBot.Repeated";

    /// <summary>
    /// The same click was delivered before, it was acted on, and its answer is no longer held: do nothing a second time; show how
    /// things are.
    /// </summary>
    public static bool IsRepeated(this ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.ContainsKey(Key);
    }

    internal static void Mark(ITurnContext turnContext) => turnContext.TurnState.Add(Key, Key);
}
