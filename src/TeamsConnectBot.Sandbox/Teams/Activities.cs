using System.Text.Json.Nodes;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>The part of an activity that differs by what happened; <see cref="ServiceChannel"/> adds who and where.</summary>
internal static class Activities
{
    public static JsonObject MembersAdded() => new()
    {
        ["type"] = "conversationUpdate",
        // The channel fills in the bot's own id: in a personal chat the bot is the member that was added.
        ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = ServiceChannel.BotPlaceholder }),
    };

    public static JsonObject Installation(string action) => new() { ["type"] = "installationUpdate", ["action"] = action };

    public static JsonObject Message(string id, string text) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["text"] = text,
        ["textFormat"] = "plain",
    };

    public static JsonObject Submit(string id, string cardMessageId, JsonObject value) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["replyToId"] = cardMessageId,
        ["value"] = value,
    };

    public static JsonObject CardAction(string id, string cardMessageId, string verb, JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["id"] = id,
        ["replyToId"] = cardMessageId,
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        },
    };
}
