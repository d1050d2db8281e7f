using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>Sends, edits and deletes the bot's messages.</summary>
internal sealed class ConnectorMessages(SandboxTenant tenant, ConnectorLimits limits, SandboxOptions options)
{
    private readonly TargetedMessages targeted = new(tenant, options);
    private readonly FileAttachments files = new(tenant, options);

    /// <summary>The maximum size of a message, counted as UTF-16.</summary>
    public const int MostBytes = 100 * 1024;

    public IResult Send(HttpRequest request, string id, string? replyTo, JsonObject activity)
    {
        tenant.Counters.Add("teams.send");
        if (Refusal(request.HttpContext.Response, id, activity, out var chat) is { } refusal)
        {
            return refusal;
        }

        if (files.Refusal(chat!, activity) is { } noFile)
        {
            return noFile;
        }

        Person? onlyFor = null;
        if (TargetedMessages.Are(request) && targeted.Refusal(chat!, activity, out onlyFor) is { } notTargeted)
        {
            return notTargeted;
        }

        var sent = Add(tenant, chat!, activity, replyTo ?? (string?)activity["replyToId"] ?? ThreadOf(id), onlyFor);
        return Results.Json(new { id = sent }, statusCode: 201);
    }

    public IResult Update(HttpRequest request, string id, string activityId, JsonObject activity)
    {
        tenant.Counters.Add("teams.update");
        if (Refusal(request.HttpContext.Response, id, activity, out var chat) is { } refusal)
        {
            return refusal;
        }

        if (files.Refusal(chat!, activity) is { } noFile)
        {
            return noFile;
        }

        if (chat!.Find(activityId) is { FromBot: false })
        {
            return ConnectorErrorResults.NotPermitted;
        }

        if (targeted.ChangeRefusal(request, chat, activityId, activity) is { } notTargeted)
        {
            return notTargeted;
        }

        tenant.Remarks.Add(MessageLint.Remarks(activity));
        var edited = tenant.Chats.Change(chat, activityId, message => message with
        {
            Text = (string?)activity["text"],
            CardJson = CardOf(activity),
            Asks = FileAttachments.RequestIn(activity),
            File = FileAttachments.FileIn(activity),
            Summary = (string?)activity["summary"] ?? message.Summary,
            EditedAt = tenant.Now,
        });
        return edited ? Results.Json(new { id = activityId }) : ConnectorErrorResults.ActivityNotFound;
    }

    public IResult Delete(HttpContext context, string id, string activityId)
    {
        tenant.Counters.Add("teams.delete");
        if (Refusal(context.Response, id, null, out var chat) is { } refusal)
        {
            return refusal;
        }

        if (targeted.ChangeRefusal(context.Request, chat!, activityId, null) is { } notTargeted)
        {
            return notTargeted;
        }

        var deleted = tenant.Chats.Change(
            chat!, activityId, message => message with { Deleted = true, Text = null, CardJson = null, Asks = null });
        return deleted ? Results.Ok() : ConnectorErrorResults.ActivityNotFound;
    }

    /// <summary>Adds a message to a chat and returns its id; activities other than messages are not kept.</summary>
    internal static string Add(SandboxTenant tenant, Conversation chat, JsonObject activity, string? replyTo, Person? onlyFor = null)
    {
        var id = tenant.Chats.NextId();
        if ((string?)activity["type"] == "message")
        {
            tenant.Remarks.Add(MessageLint.Remarks(activity));
            tenant.Chats.Add(chat, new ChatMessage
            {
                Id = id,
                FromBot = true,
                OnlyFor = onlyFor,
                SentAt = tenant.Now,
                Text = (string?)activity["text"],
                CardJson = CardOf(activity),
                Asks = FileAttachments.RequestIn(activity),
                File = FileAttachments.FileIn(activity),
                Summary = (string?)activity["summary"],
                ReplyToId = replyTo,
            });
        }

        return id;
    }

    private static string? ThreadOf(string conversationId) => conversationId.Split(";messageid=") is [_, var root] ? root : null;

    private static string? CardOf(JsonObject activity) =>
        (activity["attachments"] as JsonArray)?
            .FirstOrDefault(attachment => (string?)attachment?["contentType"] == MessageLint.CardType)?["content"]?.ToJsonString();

    private IResult? Refusal(HttpResponse response, string id, JsonObject? activity, out Conversation? chat)
    {
        chat = tenant.FindConversation(id);
        return chat switch
        {
            null or SharedChat { Deleted: true } => ConnectorErrorResults.ConversationNotFound,
            { Installed: false } => ConnectorErrorResults.NotInRoster,
            { Blocked: true } => ConnectorErrorResults.WritesBlocked,
            _ => limits.ThrottleSending(response, id)
                ?? (activity is not null && activity["type"] is null ? ConnectorErrorResults.NoActivityType : null),
        };
    }
}
