using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>
/// What Teams asks of a message that only one person sees (Microsoft Learn, 'Send and receive targeted messages', read 2026-11-29). The
/// answer for somebody who is not a member is not documented.
/// </summary>
internal sealed class TargetedMessages(SandboxTenant tenant, SandboxOptions options)
{
    public static bool Are(HttpRequest request) => request.Query["isTargetedActivity"] == "true";

    /// <summary>The refusal of a new message; null when it may be sent to <paramref name="recipient"/>.</summary>
    public IResult? Refusal(Conversation chat, JsonObject activity, out Person? recipient)
    {
        recipient = tenant.People.ByMemberId((string?)activity["recipient"]?["id"]);
        return options.RefusesTargetedMessages ? ConnectorErrorResults.UnknownServiceError
            : chat is not SharedChat ? ConnectorErrorResults.BadArgument("A personal chat has no targeted messages.")
            : recipient is null ? ConnectorErrorResults.BadArgument("The recipient is missing.")
            : !chat.Members.Contains(recipient) ? ConnectorErrorResults.BadArgument("The recipient is not in the conversation.")
            : QuestionProblem(chat, activity, recipient);
    }

    /// <summary>The refusal of an edit or a deletion; null when it is allowed. What only one person sees can't become public.</summary>
    public IResult? ChangeRefusal(HttpRequest request, Conversation chat, string activityId, JsonObject? activity) =>
        chat.Find(activityId) is not { } message ? null
        : Are(request) != (message.OnlyFor is not null) || message.IsGone(tenant.Now) ? ConnectorErrorResults.ActivityNotFound
        : Are(request) && activity?["recipient"] is not null ? ConnectorErrorResults.BadArgument("The recipient can't be changed.")
        : null;

    // An answer may name the question it is shown with.
    private IResult? QuestionProblem(Conversation chat, JsonObject activity, Person recipient)
    {
        var info = (activity["entities"] as JsonArray)?.FirstOrDefault(entity => (string?)entity?["type"] == "targetedMessageInfo");
        return info is null ? null
            : chat.Find((string?)info["messageId"] ?? "") is not { FromBot: false } question || question.OnlyFor != recipient
                ? ConnectorErrorResults.BadArgument("INVALID_TARGETED_MESSAGE_ID")
            : question.IsGone(tenant.Now) ? ConnectorErrorResults.ActivityNotFound
            : null;
    }
}
