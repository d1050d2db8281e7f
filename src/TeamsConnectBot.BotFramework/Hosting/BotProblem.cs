using Microsoft.AspNetCore.Http;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>Why a request is refused, in the connector's own error format.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A short code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Field">The field of the activity that it is about, if any.</param>
internal sealed record BotProblem(int Status, string Code, string Message, string? Field = null)
{
    // The reason is only in the log: the sender of a bad token need not know what was wrong with it.
    public static readonly BotProblem Unauthorized = new(401, "Unauthorized", "The request carries no valid token for this bot.");

    public static readonly BotProblem TooLarge =
        new(413, "RequestEntityTooLarge", $"An activity has at most {ActivityReader.MaxBytes} bytes.");

    public static readonly BotProblem NotJson = new(415, "UnsupportedMediaType", "An activity must be sent as application/json.");

    public static readonly BotProblem NotUtf8 = new(415, "UnsupportedMediaType", "An activity must be encoded in UTF-8.");

    public static readonly BotProblem Encoded = new(415, "UnsupportedMediaType", "An activity must be sent without a content encoding.");

    public static BotProblem Missing(string field) => new(400, "BadArgument", $"The activity's '{field}' is missing.", field);

    public static BotProblem Malformed(string? field) => string.IsNullOrEmpty(field)
        ? new(400, "BadSyntax", "The body is not a JSON object with an activity.")
        : new(400, "BadSyntax", $"The activity's '{field}' cannot be read.", field);

    public static BotProblem Forbidden(string message) => new(403, "Forbidden", message);

    public Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        // HTTP requires a 401 to say how to authenticate, and a 415 about the content encoding to list the accepted ones.
        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (this == Encoded)
        {
            response.Headers.AcceptEncoding = "identity";
        }

        response.StatusCode = Status;
        return response.WriteAsJsonAsync(
            new { error = new { code = Code, message = Message, field = Field } }, BotJson.Options, cancellationToken);
    }
}
