using Newtonsoft.Json.Linq;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Messages in a channel or group chat that only one person and the bot see.</summary>
public static class TargetedActivities
{
    private const string Targeted = "isTargeted";
    private const string Info = "targetedMessageInfo";

    /// <summary>Whether a person sent a message to the bot alone, with a slash command.</summary>
    public static bool IsTargeted(this IActivity activity) =>
        activity.Recipient?.Properties?[Targeted] is JValue { Type: JTokenType.Boolean } value && value.Value<bool>();

    /// <summary>The entity with which Teams shows a question above its answer.</summary>
    internal static Entity AnswerTo(string messageId) => new(Info) { Properties = new JObject { ["messageId"] = messageId } };
}
