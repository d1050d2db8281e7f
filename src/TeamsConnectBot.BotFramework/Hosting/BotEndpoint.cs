using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>One HTTP request with an activity, from token to answer.</summary>
internal sealed class BotEndpoint(BotGate gate, TurnRunner turns, IOptions<BotOptions> options, TimeProvider clock)
{
    public async Task<IResult> HandleAsync(HttpContext http)
    {
        var started = clock.GetTimestamp();
        var (identity, refusal) = await gate.AuthenticateAsync(http);
        if (refusal is not null) return Refuse(http, refusal);

        var (activity, problem) = await ActivityReader.ReadAsync(http.Request, http.RequestAborted);
        problem ??= gate.Check(identity, activity!);
        if (problem is not null) return Refuse(http, problem);

        var answer = await turns.RunAsync(activity!, options.Value.AnswerWithin - clock.GetElapsedTime(started));
        return answer.Body is null
            ? Results.StatusCode(answer.Status)
            : Results.Text(answer.Body, "application/json", System.Text.Encoding.UTF8, answer.Status);
    }

    private static IResult Refuse(HttpContext http, BotProblem problem)
    {
        // HTTP wants a 401 to say how to authenticate; an answer that accepts no content encoding to say that.
        if (problem.Status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        if (problem == BotProblem.Encoded) http.Response.Headers.AcceptEncoding = "identity";
        return problem.ToResult();
    }
}
