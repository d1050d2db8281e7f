using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Handles an activity once and answers in time, whether or not the handler is done by then.</summary>
internal sealed partial class TurnRunner(
    IServiceScopeFactory scopes, TurnsInFlight turns, ConnectorClient connector, TimeProvider clock, ILogger<TurnRunner> logger)
{
    public async Task<InvokeResponse> RunAsync(Activity activity, TimeSpan within)
    {
        var key = activity.Id is { Length: > 0 } id ? new ActivityKey(activity.Conversation!.Id!, id) : (ActivityKey?)null;
        var turn = turns.StartOrJoin(key, (started, stop) => HandleAsync(activity, key, started, stop));
        try
        {
            return await turn.Work.WaitAsync(within > TimeSpan.Zero ? within : TimeSpan.Zero, clock);
        }
        catch (TimeoutException)
        {
            if (!turn.TryAnswerWithout()) return await turn.Work;
            if (activity.Type != ActivityTypes.Invoke) return InvokeResponse.Accepted;

            Log.Late(logger, within);
            var text = turn.WorkingOnIt ?? TeamsActivityHandler.UsualWorkingOnIt(activity);
            return InvokeResponse.Of(AdaptiveCardInvokeResponse.Message(text));
        }
    }

    private async Task<InvokeResponse> HandleAsync(Activity activity, ActivityKey? key, Turn turn, CancellationToken stop)
    {
        var context = new TurnContext(activity, connector);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handler = scope.ServiceProvider.GetRequiredService<TeamsActivityHandler>();
            turn.WorkingOnIt = handler.WorkingOnIt(activity);
            var ledger = scope.ServiceProvider.GetRequiredService<IActivityLedger>();
            var answer = await OnceAsync(handler, context, key, ledger, stop);
            if (!turn.TryAnswerInTime() && activity.Type == ActivityTypes.Invoke) await LateAnswer.ApplyAsync(context, answer, stop);
            return answer;
        }
        // A bot that breaks on one activity goes on with the next; this is the one place where that is logged.
        catch (Exception e)
        {
            if (e is OperationCanceledException && stop.IsCancellationRequested) Log.Stopped(logger, activity.Type);
            else Log.Failed(logger, activity.Type, e);
            turn.TryAnswerInTime();
            return activity.Type == ActivityTypes.Invoke
                ? InvokeResponse.Of(AdaptiveCardInvokeResponse.Error(500, "InternalError", "The bot could not do this."))
                : InvokeResponse.Accepted;
        }
    }

    private static async Task<InvokeResponse> OnceAsync(
        TeamsActivityHandler handler, TurnContext context, ActivityKey? key, IActivityLedger ledger, CancellationToken stop)
    {
        var isInvoke = context.Activity.Type == ActivityTypes.Invoke;
        var before = key is { } delivery ? await ledger.FindAsync(delivery, stop) : null;
        if (before is not null)
        {
            if (!isInvoke) return InvokeResponse.Accepted;
            if (before.Answer is { } held) return new InvokeResponse(200, held);
        }

        var answer = await ActivityRouter.RouteAsync(handler, context, isRepeat: before is not null, stop);
        if (key is { } done && before is null && answer.Status == 200)
            await ledger.RecordAsync(done, new ActivityOutcome(answer.Body), stop);
        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Handling an activity of type {Type} failed.")]
        public static partial void Failed(ILogger logger, string? type, Exception exception);

        [LoggerMessage(2, LogLevel.Information, "A click was answered before its handler was done, after {Within}; the card follows.")]
        public static partial void Late(ILogger logger, TimeSpan within);

        [LoggerMessage(3, LogLevel.Warning, "Handling an activity of type {Type} was stopped because the service ends.")]
        public static partial void Stopped(ILogger logger, string? type);
    }
}
