using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>
/// The SDK's adapter with a different HTTP side: the sender is authenticated before the body is read, the body's size is limited, each
/// activity is handled once, and the request is answered in time. The turn itself is the SDK's.
/// </summary>
public sealed class ConnectAdapter : CloudAdapter, IBotFrameworkHttpAdapter
{
    private readonly ConnectAuthentication authentication;
    private readonly TeamsConnector connector;
    private readonly TurnRunner turns;
    private readonly TimeSpan answerWithin;

    internal ConnectAdapter(BotServices services, TurnRunner turns, TimeSpan answerWithin)
        // No logger: the SDK would write conversation ids into the log.
        : base(services.Authentication)
    {
        (authentication, connector, this.turns, this.answerWithin) = (services.Authentication, services.Connector, turns, answerWithin);
        Use(new InvariantCultureMiddleware()).Use(new TeamsActivityMiddleware());
    }

    /// <summary>
    /// Handles one HTTP request with an activity, from its token to the response. The bot may continue after the response.
    /// </summary>
    public new async Task ProcessAsync(
        HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        // Transport runs on the real clock, because the service's own clock can be moved for tests.
        var started = TimeProvider.System.GetTimestamp();
        var (activity, problem) = await AdmitAsync(httpRequest, cancellationToken);
        if (problem is not null)
        {
            await problem.WriteAsync(httpResponse, cancellationToken);
            return;
        }

        var answer = await turns.RunAsync(
            activity!,
            (isRepeat, stop) => ProcessActivityAsync(
                authentication.Accepted(), activity!, isRepeat ? RepeatedTurn.Marking(bot.OnTurnAsync) : bot.OnTurnAsync, stop),
            answerWithin - TimeProvider.System.GetElapsedTime(started));
        httpResponse.StatusCode = answer.Status;
        if (answer.Body is not null)
        {
            httpResponse.ContentType = "application/json; charset=utf-8";
            await httpResponse.WriteAsync(answer.Body, cancellationToken);
        }
    }

    /// <summary>
    /// Sends each message as a new one. The SDK makes it a reply to the turn's activity, which for a proactive message does not exist. The
    /// id is null for a message that the channel accepted without returning one.
    /// </summary>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var sent = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (activity.Type is ActivityTypesEx.InvokeResponse or ActivityTypesEx.Delay or ActivityTypes.Trace)
            {
                sent[i] = (await base.SendActivitiesAsync(turnContext, [activity], cancellationToken))[0];
                continue;
            }

            (activity.Id, activity.ReplyToId) = (null, null);
            sent[i] = new ResourceResponse(await connector.SendToConversationAsync(
                activity.ServiceUrl, activity.Conversation.Id, activity, cancellationToken));
        }

        return sent;
    }

    private async ValueTask<(Activity? Activity, BotProblem? Problem)> AdmitAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var gate = authentication.Gate;
        var (identity, refusal) = await gate.AuthenticateAsync(request.HttpContext);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var (activity, problem) = await ActivityReader.ReadAsync(request, cancellationToken);
        return (activity, problem ?? gate.Check(identity, activity!));
    }
}
