using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Handles an activity once, and answers in time whether or not the bot has finished by then.</summary>
internal sealed partial class TurnRunner(
    IServiceScopeFactory scopes, TurnsInFlight turns, LateAnswer late, LateTexts texts, ILogger<TurnRunner> logger)
{
    /// <param name="activity">The incoming activity.</param>
    /// <param name="act">Runs the bot's turn; its argument says whether the same click was handled before.</param>
    /// <param name="within">How long the channel may wait.</param>
    public async Task<TurnAnswer> RunAsync(Activity activity, Func<bool, CancellationToken, Task<InvokeResponse>> act, TimeSpan within)
    {
        var key = activity.Id is { Length: > 0 } id ? new ActivityKey(activity.Conversation.Id, id) : (ActivityKey?)null;
        var delivery = new Delivery(activity, key, activity.Type == ActivityTypes.Invoke, SubmittedAction.MakeExecute(activity), act);
        var turn = turns.StartOrJoin(key, (started, stop) => HandleAsync(delivery, started, stop));
        try
        {
            return await turn.Work.WaitAsync(within > TimeSpan.Zero ? within : TimeSpan.Zero);
        }
        catch (TimeoutException)
        {
            if (!turn.TryAnswerWithout())
            {
                return await turn.Work;
            }

            if (!delivery.WantsAnswer)
            {
                return TurnAnswer.Accepted;
            }

            Log.Late(logger, within);
            return TurnAnswer.Of(CardAnswer.Message(texts.WorkingIn(activity.Locale)));
        }
    }

    private async Task<TurnAnswer> HandleAsync(Delivery delivery, Turn turn, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var answer = await OnceAsync(delivery, scope.ServiceProvider.GetRequiredService<IActivityLedger>(), stop);
            if (!turn.TryAnswerInTime() && delivery.WantsAnswer)
            {
                await late.ApplyAsync(delivery.Activity, answer, stop);
            }

            return answer;
        }
        // Whatever the bot throws on one activity, the next one is handled. This is the only place that logs it.
        catch (Exception e)
        {
            var isInTime = turn.TryAnswerInTime();
            if (e is OperationCanceledException && stop.IsCancellationRequested)
            {
                Log.Stopped(logger, delivery.Activity.Type);
            }
            else
            {
                Log.Failed(logger, delivery.Activity.Type, e);
                await TellFailedAsync(delivery, isInTime, stop);
            }

            return delivery.WantsAnswer
                ? TurnAnswer.Of(CardAnswer.Error(500, "InternalError", "The bot could not do this."))
                : TurnAnswer.Accepted;
        }
    }

    // Where the answer to the request can't show the failure any more, the person reads it in a message.
    private async Task TellFailedAsync(Delivery delivery, bool isInTime, CancellationToken stop)
    {
        if (!delivery.IsSubmitted && (isInTime || !delivery.WantsAnswer))
        {
            return;
        }

        try
        {
            await late.FailAsync(delivery.Activity, stop);
        }
        catch (Exception e) when (e is ConnectorException or OperationCanceledException)
        {
            Log.NotTold(logger, e);
        }
    }

    private async Task<TurnAnswer> OnceAsync(Delivery delivery, IActivityLedger ledger, CancellationToken stop)
    {
        var before = delivery.Key is { } key ? await ledger.FindAsync(key, stop) : null;
        if (before is not null && (!delivery.WantsAnswer || before.Answer is not null))
        {
            return delivery.WantsAnswer ? new TurnAnswer(200, before.Answer) : TurnAnswer.Accepted;
        }

        var answer = TurnAnswer.Of(await delivery.Act(before is not null, stop));
        if (delivery.IsSubmitted)
        {
            await late.ApplyAsync(delivery.Activity, answer, stop);
            answer = TurnAnswer.Accepted;
        }

        if (delivery.Key is { } done && before is null && answer.Status == 200)
        {
            await ledger.RecordAsync(done, new ActivityOutcome(answer.Body), stop);
        }

        return answer;
    }

    private sealed record Delivery(
        Activity Activity, ActivityKey? Key, bool WantsAnswer, bool IsSubmitted, Func<bool, CancellationToken, Task<InvokeResponse>> Act);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Handling an activity of type {Type} failed.")]
        public static partial void Failed(ILogger logger, string? type, Exception exception);

        [LoggerMessage(LogLevel.Warning, "Whoever clicked could not be told that handling it failed.")]
        public static partial void NotTold(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Information, "A click was answered before its handler was done, after {Within}; the card follows.")]
        public static partial void Late(ILogger logger, TimeSpan within);

        [LoggerMessage(LogLevel.Warning, "Handling an activity of type {Type} was cancelled by the service's shutdown.")]
        public static partial void Stopped(ILogger logger, string? type);
    }
}
