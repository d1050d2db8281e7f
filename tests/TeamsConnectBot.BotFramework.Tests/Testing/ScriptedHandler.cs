using System.Collections.Concurrent;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>What the handler of a test does, and what it was called for.</summary>
internal sealed class Script
{
    public ConcurrentQueue<string> Calls { get; } = new();

    public Func<TurnContext, CancellationToken, Task> OnMessage { get; set; } = (_, _) => Task.CompletedTask;

    public Func<AdaptiveCardInvoke, TurnContext, CancellationToken, Task<AdaptiveCardInvokeResponse>> OnAction { get; set; } =
        (_, _, _) => Task.FromResult(AdaptiveCardInvokeResponse.Message("ok"));
}

internal sealed class ScriptedHandler(Script script) : TeamsActivityHandler
{
    protected internal override Task OnMessageAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        script.Calls.Enqueue($"message {turnContext.Activity.Text}");
        return script.OnMessage(turnContext, cancellationToken);
    }

    protected internal override Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> members, TurnContext turnContext, CancellationToken cancellationToken) =>
        Record($"added {string.Join(',', members.Select(m => m.Id))}");

    protected internal override Task OnMembersRemovedAsync(
        IReadOnlyList<ChannelAccount> members, TurnContext turnContext, CancellationToken cancellationToken) =>
        Record($"removed {string.Join(',', members.Select(m => m.Id))}");

    protected internal override Task OnInstallationUpdateAddAsync(TurnContext turnContext, CancellationToken cancellationToken) => Record("installed");

    protected internal override Task OnInstallationUpdateRemoveAsync(TurnContext turnContext, CancellationToken cancellationToken) => Record("uninstalled");

    protected internal override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardActionAsync(
        AdaptiveCardInvoke invoke, TurnContext turnContext, CancellationToken cancellationToken)
    {
        script.Calls.Enqueue($"action {invoke.Verb} {invoke.Text("id")} by {invoke.ActorId} on {invoke.CardActivityId}");
        return script.OnAction(invoke, turnContext, cancellationToken);
    }

    protected internal override Task<AdaptiveCardInvokeResponse> OnRepeatedAdaptiveCardActionAsync(
        AdaptiveCardInvoke invoke, TurnContext turnContext, CancellationToken cancellationToken)
    {
        script.Calls.Enqueue($"repeated {invoke.Verb}");
        return Task.FromResult(AdaptiveCardInvokeResponse.Message("as it stands"));
    }

    private Task Record(string call)
    {
        script.Calls.Enqueue(call);
        return Task.CompletedTask;
    }
}
