using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>What a test's bot does, and a record of its calls.</summary>
internal sealed class Script
{
    public ConcurrentQueue<string> Calls { get; } = new();

    public Func<ITurnContext, CancellationToken, Task> OnMessage { get; set; } = (_, _) => Task.CompletedTask;

    public Func<CardClick, ITurnContext, CancellationToken, Task<AdaptiveCardInvokeResponse>> OnAction { get; set; } =
        (_, _, _) => Task.FromResult(CardAnswer.Message("ok"));
}

/// <summary>A bot as in the SDK's documentation.</summary>
internal sealed class ScriptedHandler(Script script) : TeamsActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        script.Calls.Enqueue($"message {turnContext.Activity.Text}");
        return script.OnMessage(turnContext, cancellationToken);
    }

    protected override Task OnTeamsMembersAddedAsync(
        IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        Record("added", teamsMembersAdded, turnContext);

    protected override Task OnTeamsMembersRemovedAsync(
        IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        Record("removed", teamsMembersRemoved, turnContext);

    protected override Task OnTeamsChannelDeletedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        Record($"channel {channelInfo.Id} deleted");

    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Record("installed");

    protected override Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Record("uninstalled");

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var click = CardClick.Of(turnContext, invokeValue);
        if (turnContext.IsRepeated())
        {
            script.Calls.Enqueue($"repeated {click.Verb}");
            return Task.FromResult(CardAnswer.Message("current state"));
        }

        script.Calls.Enqueue($"action {click.Verb} {click.Text("id")} by {click.ActorId} on {click.CardActivityId}");
        return script.OnAction(click, turnContext, cancellationToken);
    }

    private Task Record(string happened, IList<TeamsChannelAccount> members, ITurnContext turnContext)
    {
        var others = members.ExceptBot(turnContext.Activity);
        return others.Count == 0 ? Task.CompletedTask : Record($"{happened} {string.Join(',', others.Select(member => member.Id))}");
    }

    private Task Record(string call)
    {
        script.Calls.Enqueue(call);
        return Task.CompletedTask;
    }
}
