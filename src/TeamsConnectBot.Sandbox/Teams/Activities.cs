namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>The part of an activity that depends on what happened; <see cref="ServiceChannel"/> adds who did it and where.</summary>
internal static class Activities
{
    public static JsonObject MembersAdded() => BotMembership("membersAdded");

    /// <summary>The bot was added to somebody's own chat. Both are members of it.</summary>
    public static JsonObject MembersAdded(Tenant.Person person)
    {
        var activity = MembersAdded();
        activity["membersAdded"]!.AsArray().Add(new JsonObject { ["id"] = person.TeamsId });
        return activity;
    }

    public static JsonObject MembersRemoved() => BotMembership("membersRemoved");

    public static JsonObject MemberRemoved(Tenant.Person person, string eventType = "teamMemberRemoved")
    {
        // Some documented payloads identify the leaver by Teams' own id only, others by the Entra id too. Half of the people get each form.
        var member = new JsonObject { ["id"] = person.TeamsId };
        if ((person.ObjectId.ToByteArray()[15] & 1) == 0)
        {
            member["aadObjectId"] = person.ObjectId.ToString();
        }

        var activity = TeamEvent(eventType);
        activity["membersRemoved"] = new JsonArray(member);
        return activity;
    }

    /// <summary>The bot was allowed in one private or shared channel, or no longer is.</summary>
    public static JsonObject BotOfChannel(bool isAllowed)
    {
        var activity = isAllowed ? MembersAdded() : MembersRemoved();
        activity["eventType"] = isAllowed ? "channelMemberAdded" : "channelMemberRemoved";
        return activity;
    }

    /// <summary>What happened to a team or its channel, such as <c>channelDeleted</c>.</summary>
    public static JsonObject TeamEvent(string eventType) => new() { ["type"] = "conversationUpdate", ["eventType"] = eventType };

    /// <summary>A message that mentions the bot, and perhaps others. In a channel, a bot receives no other messages.</summary>
    public static JsonObject Mention(string id, string botId, string text, IReadOnlyList<Tenant.Person> others)
    {
        var message = Message(id, $"<at>Koffie</at> {text}");
        message["entities"] = new JsonArray(
        [
            Mentioned("Koffie", botId, null),
            .. others.Select(person => Mentioned(person.Name, person.TeamsId, person.ObjectId.ToString())),
        ]);
        return message;
    }

    public static JsonObject Installation(string action) => new() { ["type"] = "installationUpdate", ["action"] = action };

    public static JsonObject Message(string id, string text) =>
        new() { ["type"] = "message", ["id"] = id, ["text"] = text, ["textFormat"] = "plain" };

    /// <summary>A click on an Action.Submit: a message without text.</summary>
    public static JsonObject Submit(string id, string cardMessageId, JsonObject? data) =>
        new() { ["type"] = "message", ["id"] = id, ["replyToId"] = cardMessageId, ["value"] = Merge(data, null) };

    /// <summary>A click on an Action.Execute: an invoke.</summary>
    public static JsonObject CardAction(string id, string cardMessageId, string verb, JsonObject? data, JsonObject? inputs) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["id"] = id,
        ["replyToId"] = cardMessageId,
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = Merge(data, inputs) },
            ["trigger"] = "manual",
        },
    };

    /// <summary>The answer to a file consent card; without an upload it was declined.</summary>
    public static JsonObject FileConsent(string id, string cardMessageId, string? context, JsonObject? upload)
    {
        var value = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = upload is null ? "decline" : "accept",
            ["context"] = context is null ? null : JsonNode.Parse(context),
        };
        if (upload is not null)
        {
            value["uploadInfo"] = upload;
        }

        return new JsonObject
        {
            ["type"] = "invoke", ["name"] = "fileConsent/invoke", ["id"] = id, ["replyToId"] = cardMessageId, ["value"] = value,
        };
    }

    private static JsonObject BotMembership(string list) =>
        new() { ["type"] = "conversationUpdate", [list] = new JsonArray(new JsonObject { ["id"] = ServiceChannel.BotPlaceholder }) };

    private static JsonObject Mentioned(string name, string id, string? objectId) => new()
    {
        ["type"] = "mention",
        ["text"] = $"<at>{name}</at>",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name, ["aadObjectId"] = objectId },
    };

    private static JsonObject Merge(JsonObject? data, JsonObject? inputs)
    {
        var merged = data?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in inputs ?? [])
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
