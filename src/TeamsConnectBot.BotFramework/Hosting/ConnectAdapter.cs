using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>
/// The SDK's adapter with its HTTP side done again: whoever brings an activity is checked before its body is read, the body is read up
/// to a limit, and it is handled once and answered in time. The turn itself is the SDK's.
/// </summary>
public sealed class ConnectAdapter : CloudAdapter, IBotFrameworkHttpAdapter
{
    private readonly ConnectAuthentication _authentication;
    private readonly TurnRunner _turns;
    private readonly TeamsConnector _connector;
    private readonly TimeSpan _answerWithin;

    /// <summary>Made by the container.</summary>
    public ConnectAdapter(AdapterParts parts)
        // No logger: the SDK would write conversation ids into the log.
        : base(parts?.Authentication)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _authentication = parts.Authentication;
        _turns = parts.Turns;
        _connector = parts.Connector;
        _answerWithin = parts.Options.AnswerWithin;
        Use(new InvariantTurn()).Use(new TeamsTurns());
    }

    /// <summary>One HTTP request with an activity, from token to answer. The bot may go on after the request has ended.</summary>
    public new async Task ProcessAsync(
        HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);

        // Transport keeps the real clock: the service's own clock may be moved.
        var started = TimeProvider.System.GetTimestamp();
        var (activity, problem) = await AdmitAsync(httpRequest, cancellationToken);
        if (problem is not null)
        {
            await problem.WriteAsync(httpResponse, cancellationToken);
            return;
        }

        var answer = await _turns.RunAsync(
            activity!,
            (isRepeat, stop) => ProcessActivityAsync(
                _authentication.Accepted(), activity!, isRepeat ? Repeated(bot) : bot.OnTurnAsync, stop),
            _answerWithin - TimeProvider.System.GetElapsedTime(started));
        httpResponse.StatusCode = answer.Status;
        if (answer.Body is null) return;

        httpResponse.ContentType = "application/json; charset=utf-8";
        await httpResponse.WriteAsync(answer.Body, cancellationToken);
    }

    /// <summary>
    /// Sends messages plainly: the SDK makes each the reply to the activity of the turn, which for a proactive message is one it made
    /// up. The id of one the channel took without giving an id is null.
    /// </summary>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        var sent = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (activity.Type is ActivityTypesEx.InvokeResponse or ActivityTypesEx.Delay or ActivityTypes.Trace)
            {
                sent[i] = (await base.SendActivitiesAsync(turnContext, [activity], cancellationToken))[0];
                continue;
            }

            activity.Id = null;
            activity.ReplyToId = null;
            sent[i] = new ResourceResponse(await _connector.SendToConversationAsync(
                activity.ServiceUrl, activity.Conversation.Id, activity, cancellationToken));
        }

        return sent;
    }

    private async ValueTask<(Activity? Activity, BotProblem? Problem)> AdmitAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var gate = _authentication.Gate;
        var (identity, refusal) = await gate.AuthenticateAsync(request.HttpContext);
        if (refusal is not null) return (null, refusal);

        var (activity, problem) = await ActivityReader.ReadAsync(request, cancellationToken);
        return (activity, problem ?? gate.Check(identity, activity!));
    }

    private static BotCallbackHandler Repeated(IBot bot) => (turnContext, cancellationToken) =>
    {
        RepeatedTurn.Mark(turnContext);
        return bot.OnTurnAsync(turnContext, cancellationToken);
    };
}
