namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>The connector's error responses, with the codes that Teams documents.</summary>
internal static class ConnectorErrorResults
{
    public static IResult Unauthorized(string why) => Error(401, "Unauthorized", why);

    public static IResult BadSyntax(string why) => Error(400, "BadSyntax", why);

    public static IResult NoActivityType => BadSyntax("The activity has no type.");

    public static IResult BadArgument(string why) => Error(400, "Bad Argument", why);

    public static IResult ConversationNotFound => Error(404, "ConversationNotFound", "Conversation not found.");

    public static IResult ActivityNotFound =>
        Error(404, "ActivityNotFoundInConversation", "The activity was not found in the conversation.");

    public static IResult MemberNotFound => Error(404, "MemberNotFoundInConversation", "The member was not found in the conversation.");

    public static IResult NotSimulated => Error(501, "NotImplemented", "The sandbox does not simulate this operation.");

    public static IResult NotInRoster => Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    public static IResult NotInstalled => Error(403, "ForbiddenOperationException", "The bot is not installed in user's personal scope.");

    public static IResult NotPermitted => Error(403, "NotEnoughPermissions", "The bot may change only its own messages.");

    /// <summary>What people reported of tenants that do not take targeted messages yet.</summary>
    public static IResult UnknownServiceError => Error(400, "ServiceError", "Unknown");

    public static IResult TooBig => Error(413, "MessageSizeTooBig", "Message size too large.");

    /// <summary>The person has blocked the bot. Unlike the other errors, this one has JSON inside a string.</summary>
    public static IResult WritesBlocked => Results.Json(
        new
        {
            errorCode = 209,
            message = """
                {"subCode":"MessageWritesBlocked","details":"Thread is blocked from message writes.","errorCode":null,"errorSubCode":null}
                """,
        },
        statusCode: 403);

    public static IResult Throttled(HttpResponse response, TimeSpan wait)
    {
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Error(429, "Throttled", "API calls quota exceeded.");
    }

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
