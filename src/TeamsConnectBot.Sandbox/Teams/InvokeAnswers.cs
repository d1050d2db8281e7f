using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>Reads the body of an invoke's answer as Teams does: anything else than the three known shapes is an error.</summary>
internal static class InvokeAnswers
{
    private const string Error = "application/vnd.microsoft.error";

    public static InvokeAnswer Read(ServiceAnswer answer)
    {
        if (answer.Status != 200)
        {
            return new InvokeAnswer(answer.Status, answer.Status, Error, null, answer.Body);
        }

        try
        {
            return Read(JsonNode.Parse(answer.Body)?.AsObject());
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            return new InvokeAnswer(200, 500, Error, null, "The answer is not an invoke response: " + failure.Message);
        }
    }

    private static InvokeAnswer Read(JsonObject? body)
    {
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
}
