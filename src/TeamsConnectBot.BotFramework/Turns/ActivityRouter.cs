using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Cards;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Gives an activity to the handler's method for it, as the official SDK routes them.</summary>
internal static class ActivityRouter
{
    private const string CardAction = "adaptiveCard/action";

    public static async Task<InvokeResponse> RouteAsync(
        TeamsActivityHandler handler, TurnContext turn, bool isRepeat, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        switch (activity.Type)
        {
            case ActivityTypes.Invoke:
                return await InvokeAsync(handler, turn, isRepeat, cancellationToken);
            case ActivityTypes.Message when SubmittedAction(activity) is { } submitted:
                await SubmitAsync(handler, turn, submitted, cancellationToken);
                break;
            case ActivityTypes.Message:
                await handler.OnMessageAsync(turn, cancellationToken);
                break;
            case ActivityTypes.ConversationUpdate:
                await MembersAsync(handler, turn, cancellationToken);
                break;
            case ActivityTypes.InstallationUpdate when activity.Action is InstallationActions.Add or InstallationActions.AddUpgrade:
                await handler.OnInstallationUpdateAddAsync(turn, cancellationToken);
                break;
            case ActivityTypes.InstallationUpdate when activity.Action is InstallationActions.Remove:
                await handler.OnInstallationUpdateRemoveAsync(turn, cancellationToken);
                break;
        }

        return InvokeResponse.Accepted;
    }

    /// <summary>An Action.Submit arrives as a message with a value and no text; ours carry the verb in it.</summary>
    private static AdaptiveCardInvoke? SubmittedAction(Activity activity)
    {
        if (!string.IsNullOrWhiteSpace(activity.Text) || activity.Value is not { ValueKind: JsonValueKind.Object } value) return null;
        if (!value.TryGetProperty(SubmitAction.VerbKey, out var verb) || verb.ValueKind is not JsonValueKind.String) return null;

        var data = JsonObject.Create(value)!;
        data.Remove(SubmitAction.VerbKey);
        return Click(activity, verb.GetString()!, JsonSerializer.SerializeToElement(data));
    }

    private static AdaptiveCardInvoke Click(Activity activity, string verb, JsonElement data) => new()
    {
        Verb = verb,
        Data = data,
        ActorId = activity.From?.AadObjectId,
        CardActivityId = activity.ReplyToId,
        Locale = activity.Locale,
    };

    private static async Task<InvokeResponse> InvokeAsync(
        TeamsActivityHandler handler, TurnContext turn, bool isRepeat, CancellationToken cancellationToken)
    {
        if (turn.Activity.Name != CardAction) return InvokeResponse.NotImplemented;
        if (turn.Activity.Value is not { ValueKind: JsonValueKind.Object } value)
            return InvokeResponse.BadRequest("BadRequest", "Missing value property");
        if (!value.TryGetProperty("action", out var action) || action.ValueKind is not JsonValueKind.Object)
            return InvokeResponse.BadRequest("BadRequest", "Missing action property");
        if (Text(action, "type") is not "Action.Execute" and var type)
            return InvokeResponse.BadRequest("NotSupported", $"The action '{MarkdownText.Clean(type)}' is not supported.");

        action.TryGetProperty("data", out var data);
        var invoke = Click(turn.Activity, Text(action, "verb") ?? "", data);
        return InvokeResponse.Of(isRepeat
            ? await handler.OnRepeatedAdaptiveCardActionAsync(invoke, turn, cancellationToken)
            : await handler.OnAdaptiveCardActionAsync(invoke, turn, cancellationToken));
    }

    private static async Task SubmitAsync(
        TeamsActivityHandler handler, TurnContext turn, AdaptiveCardInvoke submitted, CancellationToken cancellationToken)
    {
        var answer = InvokeResponse.Of(await handler.OnAdaptiveCardActionAsync(submitted, turn, cancellationToken));
        await LateAnswer.ApplyAsync(turn, answer, cancellationToken);
    }

    private static async Task MembersAsync(TeamsActivityHandler handler, TurnContext turn, CancellationToken cancellationToken)
    {
        var bot = turn.Activity.Recipient?.Id;
        if (Others(turn.Activity.MembersAdded, bot) is { Count: > 0 } added)
            await handler.OnMembersAddedAsync(added, turn, cancellationToken);
        if (Others(turn.Activity.MembersRemoved, bot) is { Count: > 0 } removed)
            await handler.OnMembersRemovedAsync(removed, turn, cancellationToken);
        if (turn.Activity.Conversation?.ConversationType is null or ConversationTypes.Personal) return;

        if (Includes(turn.Activity.MembersAdded, bot)) await handler.OnBotAddedAsync(turn, cancellationToken);
        if (Includes(turn.Activity.MembersRemoved, bot)) await handler.OnBotRemovedAsync(turn, cancellationToken);
        if (turn.Activity.ChannelData?.EventType is { Length: > 0 } happened) await handler.OnTeamEventAsync(happened, turn, cancellationToken);
    }

    private static bool Includes(IReadOnlyList<ChannelAccount>? members, string? id) => members?.Any(member => member.Id == id) == true;

    private static List<ChannelAccount> Others(IReadOnlyList<ChannelAccount>? members, string? bot) =>
        [.. (members ?? []).Where(member => member.Id != bot)];

    private static string? Text(JsonElement json, string property) =>
        json.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
