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

    public static JsonObject MembersRemoved() => new()
    {
        ["type"] = "conversationUpdate",
        ["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = ServiceChannel.BotPlaceholder }),
    };

    public static JsonObject MemberRemoved(Tenant.Person person)
    {
        // Documented payloads name who left by Teams' own id alone or by the Entra id too, so each is so for half of the people.
        var member = new JsonObject { ["id"] = person.TeamsId };
        if ((person.ObjectId.ToByteArray()[15] & 1) == 0)
        {
            member["aadObjectId"] = person.ObjectId.ToString();
        }

        return new JsonObject { ["type"] = "conversationUpdate", ["membersRemoved"] = new JsonArray(member), ["eventType"] = "teamMemberRemoved" };
    }

    /// <summary>What becomes of a team or its channel, such as <c>channelDeleted</c>.</summary>
    public static JsonObject TeamEvent(string eventType) => new() { ["type"] = "conversationUpdate", ["eventType"] = eventType };

    /// <summary>A message that mentions the bot, and perhaps others: only then does it reach a bot in a channel.</summary>
    public static JsonObject Mention(string id, string botId, string text, IReadOnlyList<Tenant.Person> others)
    {
        var entities = new JsonArray(Mentioned("Koffie", botId, null));
        foreach (var person in others)
        {
            entities.Add(Mentioned(person.Name, person.TeamsId, person.ObjectId.ToString()));
        }

        var message = Message(id, $"<at>Koffie</at> {text}");
        message["mentions"] = entities;
        return message;
    }

    private static JsonObject Mentioned(string name, string id, string? objectId) => new()
    {
        ["type"] = "mention",
        ["text"] = $"<at>{name}</at>",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name, ["aadObjectId"] = objectId },
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
