using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>What goes back over HTTP for an activity.</summary>
internal sealed record TurnAnswer(int Status, string? Body = null)
{
    /// <summary>The answer to everything that is no invoke.</summary>
    public static readonly TurnAnswer Accepted = new(200);

    /// <summary>What the SDK made of the turn; null for what is no invoke.</summary>
    public static TurnAnswer Of(InvokeResponse? answer) =>
        answer is null ? Accepted : new(answer.Status, answer.Body is { } body ? ActivityJson.Write(body) : null);

    /// <summary>HTTP 200 whatever the inner status: that is how a client tells an answer from a broken bot.</summary>
    public static TurnAnswer Of(AdaptiveCardInvokeResponse answer) => new(200, ActivityJson.Write(answer));
}
