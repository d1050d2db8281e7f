namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>The service's answer to a click on a card.</summary>
/// <param name="HttpStatus">The HTTP status; 0 when there was no response.</param>
/// <param name="StatusCode">The <c>statusCode</c> in the body.</param>
/// <param name="Type">The media type in the body's <c>type</c>.</param>
/// <param name="CardJson">The new card for the person who clicked; null when there is none.</param>
/// <param name="Message">The text Teams would show instead: a message, or an error's text.</param>
internal sealed record InvokeAnswer(int HttpStatus, int StatusCode, string Type, string? CardJson, string? Message)
{
    private const string Error = "application/vnd.microsoft.error";

    public bool Ok => HttpStatus == 200 && StatusCode == 200;

    /// <summary>Reads an answer as Teams does: any body but the three known kinds is an error.</summary>
    public static InvokeAnswer Read(ServiceAnswer answer)
    {
        if (answer.Status != 200)
        {
            return new InvokeAnswer(answer.Status, answer.Status, Error, null, answer.Body);
        }

        try
        {
            var body = JsonNode.Parse(answer.Body)?.AsObject();
            var status = body?["statusCode"]?.GetValue<int>() ?? 500;
            var type = body?["type"]?.GetValue<string>() ?? Error;
            var value = body?["value"];
            return type switch
            {
                "application/vnd.microsoft.card.adaptive" => new InvokeAnswer(200, status, type, value?.ToJsonString(), null),
                "application/vnd.microsoft.activity.message" => new InvokeAnswer(200, status, type, null, value?.GetValue<string>()),
                _ => new InvokeAnswer(200, status, type, null, (value as JsonObject)?["message"]?.GetValue<string>()),
            };
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            return new InvokeAnswer(200, 500, Error, null, "The answer is not an invoke response: " + failure.Message);
        }
    }
}
