using System.Net;
using System.Text.Json;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Turns an answer that is no success into a failure. Where a person would be dropped on the strength of it, the service
/// itself must have said so in JSON: a proxy's page is <see cref="ConnectorFailure.Unreadable"/>.
/// </summary>
internal static class ConnectorErrors
{
    private const int MessageWritesBlocked = 209;

    public static ConnectorException Read(HttpStatusCode status, ReadOnlySpan<byte> body, TimeSpan? retryAfter, bool namesActivity)
    {
        var error = Parse(body);
        return new ConnectorException(Classify(status, error, namesActivity), status, error.Code, retryAfter);
    }

    private static ConnectorFailure Classify(HttpStatusCode status, Error error, bool namesActivity) => (int)status switch
    {
        < 400 => ConnectorFailure.Unreadable,
        401 => ConnectorFailure.BotNotRegistered,
        403 => Forbidden(error),
        404 => NotFound(error, namesActivity),
        412 => ConnectorFailure.PreconditionFailed,
        413 => ConnectorFailure.TooLarge,
        429 => ConnectorFailure.Throttled,
        502 or 503 or 504 => ConnectorFailure.Unavailable,
        >= 500 => ConnectorFailure.ServiceError,
        _ => error.IsReadable ? ConnectorFailure.BadRequest : ConnectorFailure.Unreadable,
    };

    private static ConnectorFailure Forbidden(Error error) => error.Code switch
    {
        "BotDisabledByAdmin" => ConnectorFailure.DisabledByAdmin,
        "BotNotInConversationRoster" => ConnectorFailure.NotInRoster,
        "ConversationBlockedByUser" => ConnectorFailure.BlockedByUser,
        "ForbiddenOperationException" => ConnectorFailure.NotInstalled,
        "InvalidBotApiHost" => ConnectorFailure.WrongHost,
        "MessageWritesBlocked" => ConnectorFailure.MessageWritesBlocked,
        _ => error.IsReadable ? ConnectorFailure.NotPermitted : ConnectorFailure.Unreadable,
    };

    private static ConnectorFailure NotFound(Error error, bool namesActivity) => error.Code switch
    {
        "ActivityNotFoundInConversation" => ConnectorFailure.ActivityNotFound,
        "ConversationNotFound" => ConnectorFailure.ConversationNotFound,
        // Losing a message costs nothing; a conversation is dropped only when the service says so.
        _ => namesActivity && error.IsReadable ? ConnectorFailure.ActivityNotFound : ConnectorFailure.Unreadable,
    };

    private static Error Parse(ReadOnlySpan<byte> body)
    {
        // An empty body is the status and nothing more, not nonsense.
        if (body.IsEmpty) return new Error(true, null);

        try
        {
            var reader = new Utf8JsonReader(body);
            using var json = JsonDocument.ParseValue(ref reader);
            var root = json.RootElement;
            if (root.ValueKind is not JsonValueKind.Object) return new Error(false, null);
            if (root.TryGetProperty("error", out var inner) && inner.ValueKind is JsonValueKind.Object) root = inner;
            return new Error(true, Code(root));
        }
        catch (JsonException)
        {
            return new Error(false, null);
        }
    }

    private static string? Code(JsonElement error)
    {
        // {"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",…}"}; the inner JSON, or its subCode, may be absent.
        if (error.TryGetProperty("errorCode", out var number) && number.ValueKind is JsonValueKind.Number
            && number.TryGetInt32(out var value) && value == MessageWritesBlocked)
            return nameof(MessageWritesBlocked);

        return error.TryGetProperty("code", out var code) && code.ValueKind is JsonValueKind.String ? code.GetString() : null;
    }

    private readonly record struct Error(bool IsReadable, string? Code);
}
