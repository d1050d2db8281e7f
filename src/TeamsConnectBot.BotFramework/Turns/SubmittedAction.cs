using Newtonsoft.Json.Linq;
using TeamsConnectBot.BotFramework.Cards;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// An Action.Submit arrives as a message with a value and no text; ours has the verb in its value. It is turned into the Action.Execute it
/// is the fallback of, so that the bot needs one method for both.
/// </summary>
internal static class SubmittedAction
{
    /// <returns>Whether the activity was an Action.Submit.</returns>
    public static bool MakeExecute(Activity activity)
    {
        if (activity.Type != ActivityTypes.Message
            || !string.IsNullOrWhiteSpace(activity.Text)
            || activity.Value is not JObject value
            || value[SubmitAction.VerbKey] is not JValue { Type: JTokenType.String } verb)
        {
            return false;
        }

        value.Remove(SubmitAction.VerbKey);
        activity.Type = ActivityTypes.Invoke;
        activity.Name = TeamsActivityMiddleware.CardInvoke;
        activity.Value = new JObject { ["action"] = new JObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = value } };
        return true;
    }
}
