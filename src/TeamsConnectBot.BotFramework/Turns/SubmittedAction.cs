using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using TeamsConnectBot.BotFramework.Cards.Actions;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// An Action.Submit arrives as a message with a value and no text; ours carry the verb in it. It becomes the Action.Execute it
/// stands in for, so that a bot has one method for both.
/// </summary>
internal static class SubmittedAction
{
    /// <returns>Whether it was one.</returns>
    public static bool MakeExecute(Activity activity)
    {
        if (activity.Type != ActivityTypes.Message || !string.IsNullOrWhiteSpace(activity.Text)) return false;
        if (activity.Value is not JObject value || value[SubmitAction.VerbKey] is not JValue { Type: JTokenType.String } verb) return false;

        value.Remove(SubmitAction.VerbKey);
        activity.Type = ActivityTypes.Invoke;
        activity.Name = TeamsTurns.CardAction;
        activity.Value = new JObject { ["action"] = new JObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = value } };
        return true;
    }
}
