using System.Net;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>
/// The only route to Graph: builds requests with <see cref="GraphServiceClient"/>, signs them, sends them with retries, and turns
/// every failure into a <see cref="GraphUnavailableException"/> and one log line. Callers parse answers strictly themselves, because
/// the client's own parser turns wrong types into empty collections.
/// </summary>
internal sealed partial class GraphTransport(GraphConnection connection, ILogger<GraphTransport> logger)
{
    /// <summary>The version root under which every request and every link must be.</summary>
    public Uri Root => connection.Root;

    /// <summary>Sends a request and reads the complete answer.</summary>
    /// <exception cref="GraphUnavailableException">No answer, throttled for too long, denied, or a server error.</exception>
    public async Task<GraphAnswer> SendAsync(
        string route, Func<GraphServiceClient, RequestInformation> build, CancellationToken cancellationToken)
    {
        using var request = await SignAsync(route, build, cancellationToken);
        using var response = await SendAsync(route, request, cancellationToken);
        var answer = await GraphAnswer.TakeAsync(route, response, cancellationToken);
        return FailureOf(answer.Status) is { } failure ? throw Fail(answer, failure) : answer;
    }

    /// <summary>
    /// Sends a request and returns once the headers have arrived, so that the caller can stream the body; any status is returned.
    /// </summary>
    public async Task<HttpResponseMessage> SendStreamedAsync(
        string route, Func<GraphServiceClient, RequestInformation> build, CancellationToken cancellationToken)
    {
        using var request = await SignAsync(route, build, cancellationToken);
        request.Options.Set(RetryHandler.Streamed, true);
        return await SendAsync(route, request, cancellationToken);
    }

    /// <summary>Gets a pre-authenticated address, without our token; any status is returned, and the answer is streamed.</summary>
    public async Task<HttpResponseMessage> SendUnsignedAsync(string route, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(RetryHandler.Streamed, true);
        return await SendAsync(route, request, cancellationToken);
    }

    /// <summary>The answer, if it is a success.</summary>
    /// <exception cref="GraphUnavailableException">What was asked for does not exist, or Graph rejected the request.</exception>
    public GraphAnswer Require(GraphAnswer answer) =>
        answer.IsSuccess ? answer : throw Fail(answer, answer.IsGone ? GraphFailure.NotFound : GraphFailure.Rejected);

    /// <summary>Whether what was asked for exists; false when Graph says it does not.</summary>
    /// <exception cref="GraphUnavailableException">Graph rejected the request.</exception>
    public bool Exists(GraphAnswer answer) => !answer.IsGone && Require(answer).IsSuccess;

    /// <summary>Logs the failure and creates the exception for it.</summary>
    public GraphUnavailableException Fail(GraphAnswer answer, GraphFailure failure, Exception? cause = null) =>
        Fail(answer.Route, failure, answer.Status, answer.RequestId, cause);

    /// <inheritdoc cref="Fail(GraphAnswer, GraphFailure, Exception?)"/>
    public GraphUnavailableException Fail(string route, GraphFailure failure, HttpStatusCode? status, string? requestId, Exception? cause)
    {
        Log.NoUsableAnswer(logger, route, failure, (int?)status, requestId, Explain(cause));
        return new GraphUnavailableException(failure, route, cause);
    }

    /// <summary>The failure a status means for every caller, or null where the caller decides.</summary>
    public static GraphFailure? FailureOf(HttpStatusCode status) => (int)status switch
    {
        401 or 403 => GraphFailure.Denied,
        429 => GraphFailure.Throttled,
        >= 500 => GraphFailure.Unreachable,
        >= 300 and < 400 => GraphFailure.Unreadable,
        _ => null,
    };

    private async Task<HttpRequestMessage> SignAsync(
        string route, Func<GraphServiceClient, RequestInformation> build, CancellationToken cancellationToken)
    {
        try
        {
            var client = connection.Client;
            return await client.RequestAdapter.ConvertToNativeRequestAsync<HttpRequestMessage>(build(client), cancellationToken)
                ?? throw new InvalidOperationException("The request adapter is not an HTTP one.");
        }
        catch (Exception e) when (e is AuthenticationFailedException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Fail(route, GraphFailure.NoToken, null, null, e);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string route, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception e) when (RetryHandler.IsUnreachable(e, cancellationToken))
        {
            throw Fail(route, GraphFailure.Unreachable, null, null, e);
        }
        catch (InvalidDataException e)
        {
            // Said to be compressed, and is not.
            throw Fail(route, GraphFailure.Unreadable, null, null, e);
        }
    }

    // Messages of HTTP exceptions may contain an address; types and AADSTS codes never identify anyone.
    private static string Explain(Exception? cause) => cause switch
    {
        null => "",
        _ when EntraError.CodeOf(cause) is { } code => code,
        HttpRequestException e => $"{e.GetType().Name} {e.HttpRequestError}",
        EndlessListException e => e.Message,
        _ => cause.GetType().Name,
    };

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning, "Graph gave no usable answer for {Route}: {Failure} (HTTP {Status}, request-id {RequestId}) {Cause}")]
        public static partial void NoUsableAnswer(
            ILogger logger, string route, GraphFailure failure, int? status, string? requestId, string cause);
    }
}
