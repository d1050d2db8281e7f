using Microsoft.Bot.Builder;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>The HTTP response to an activity.</summary>
internal sealed record TurnAnswer(int Status, string? Body = null)
{
    /// <summary>The response to any activity that is not an invoke.</summary>
    public static readonly TurnAnswer Accepted = new(200);

    /// <summary>The turn's result; null for an activity that is not an invoke.</summary>
    public static TurnAnswer Of(InvokeResponse? answer) =>
        answer is null ? Accepted : new(answer.Status, answer.Body is { } body ? ActivityJson.Write(body) : null);

    /// <summary>Always HTTP 200, whatever the inner status: a client takes any other as a broken bot.</summary>
    public static TurnAnswer Of(AdaptiveCardInvokeResponse answer) => new(200, ActivityJson.Write(answer));
}
