using System.Net;
using System.Text.Json;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Maps an unsuccessful response to a failure. A failure that would make the bot drop a person must come from the service itself, as JSON:
/// a proxy's page is <see cref="ConnectorFailure.Unreadable"/>.
/// </summary>
internal static class ConnectorErrors
{
    private const int MessageWritesBlocked = 209;

    public static ConnectorException Read(HttpStatusCode status, ReadOnlySpan<byte> body, TimeSpan? retryAfter, bool isAboutActivity)
    {
        var error = Parse(body);
        return new ConnectorException(Classify(status, error, isAboutActivity), status, error.Code, retryAfter);
    }

    private static ConnectorFailure Classify(HttpStatusCode status, Error error, bool isAboutActivity) => ((int)status, error.Code) switch
    {
        (< 400, _) => ConnectorFailure.Unreadable,
        (401, _) => ConnectorFailure.BotNotRegistered,
        (403, "BotDisabledByAdmin") => ConnectorFailure.DisabledByAdmin,
        (403, "BotNotInConversationRoster") => ConnectorFailure.NotInRoster,
        (403, "ConversationBlockedByUser") => ConnectorFailure.BlockedByUser,
        (403, "ForbiddenOperationException") => ConnectorFailure.NotInstalled,
        (403, "InvalidBotApiHost") => ConnectorFailure.WrongHost,
        (403, nameof(MessageWritesBlocked)) => ConnectorFailure.MessageWritesBlocked,
        (403, _) => error.IsReadable ? ConnectorFailure.NotPermitted : ConnectorFailure.Unreadable,
        (404, "ActivityNotFoundInConversation") => ConnectorFailure.ActivityNotFound,
        (404, "ConversationNotFound") => ConnectorFailure.ConversationNotFound,
        // A missing message can be forgotten safely; a conversation is dropped only when the service says explicitly that it is gone.
        (404, _) => isAboutActivity && error.IsReadable ? ConnectorFailure.ActivityNotFound : ConnectorFailure.Unreadable,
        (412, _) => ConnectorFailure.PreconditionFailed,
        (413, _) => ConnectorFailure.TooLarge,
        (429, _) => ConnectorFailure.Throttled,
        (502 or 503 or 504, _) => ConnectorFailure.Unavailable,
        (>= 500, _) => ConnectorFailure.ServiceError,
        _ => error.IsReadable ? ConnectorFailure.BadRequest : ConnectorFailure.Unreadable,
    };

    private static Error Parse(ReadOnlySpan<byte> body)
    {
        // An empty body is not a proxy's page, so the status can be trusted.
        if (body.IsEmpty)
        {
            return new Error(true, null);
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            var root = JsonElement.ParseValue(ref reader);
            return root.ValueKind is not JsonValueKind.Object ? new Error(false, null)
                : root.TryGetProperty("error", out var inner) && inner.ValueKind is JsonValueKind.Object ? new Error(true, Code(inner))
                : new Error(true, Code(root));
        }
        catch (JsonException)
        {
            return new Error(false, null);
        }
    }

    private static string? Code(JsonElement error)
    {
        // {"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",…}"}; the inner JSON, or its subCode, may be missing.
        if (error.TryGetProperty("errorCode", out var number) && number.ValueKind is JsonValueKind.Number
            && number.TryGetInt32(out var value) && value == MessageWritesBlocked)
        {
            return nameof(MessageWritesBlocked);
        }

        return error.TryGetProperty("code", out var code) && code.ValueKind is JsonValueKind.String ? code.GetString() : null;
    }

    private readonly record struct Error(bool IsReadable, string? Code);
}
