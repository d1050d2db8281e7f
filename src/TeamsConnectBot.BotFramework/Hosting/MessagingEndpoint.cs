using System.Net;
using System.Text.Json;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>How the endpoint that receives activities can be recognised from outside.</summary>
public static class MessagingEndpoint
{
    /// <summary>The path of the endpoint.</summary>
    public const string Path = "/api/messages";

    /// <summary>
    /// Whether this is the answer of this bot's endpoint to a request without a token, and not that of a proxy, a gateway or another
    /// service.
    /// </summary>
    /// <param name="status">The HTTP status of the answer.</param>
    /// <param name="body">Its body.</param>
    public static bool IsRefusalWithoutToken(HttpStatusCode status, string body)
    {
        if ((int)status != BotProblem.Unauthorized.Status)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object
                && error.TryGetProperty("message", out var message) && message.ValueKind is JsonValueKind.String
                && message.GetString() == BotProblem.Unauthorized.Message;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
