using System.Text.Json;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>What goes back over HTTP for an activity.</summary>
internal sealed record InvokeResponse(int Status, string? Body = null)
{
    /// <summary>The answer to everything that is no invoke.</summary>
    public static readonly InvokeResponse Accepted = new(200);

    public static readonly InvokeResponse NotImplemented = new(501);

    /// <summary>HTTP 200 whatever the inner status: that is how a client tells an answer from a broken bot.</summary>
    public static InvokeResponse Of(AdaptiveCardInvokeResponse answer) =>
        new(200, JsonSerializer.Serialize(answer, BotJson.Options));

    /// <summary>HTTP 400, as the official SDK answers an invoke that makes no sense.</summary>
    public static InvokeResponse BadRequest(string code, string message) =>
        new(400, JsonSerializer.Serialize(AdaptiveCardInvokeResponse.Error(400, code, message), BotJson.Options));
}
