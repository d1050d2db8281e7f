using System.Net;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Polly.Timeout;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>
/// The one way to Graph: it builds requests with <see cref="GraphServiceClient"/>, signs them, sends them with retries,
/// and turns everything that can go wrong into a <see cref="GraphUnavailableException"/> and one line in the log.
/// Answers are read strictly by the callers, because the client's own parser turns wrong types into empty collections.
/// </summary>
internal sealed partial class GraphTransport(GraphConnection connection, ILogger<GraphTransport> logger)
{
    /// <summary>The version root every request and every link must lie under.</summary>
    public Uri Root => connection.Root;

    /// <summary>Sends a request and takes the answer in whole.</summary>
    /// <exception cref="GraphUnavailableException">No answer, throttled for too long, refused, or a server error.</exception>
    public async Task<GraphAnswer> SendAsync(string route, Func<GraphServiceClient, RequestInformation> build, CancellationToken cancellationToken)
    {
        using var request = await SignAsync(route, build, cancellationToken);
        using var response = await SendAsync(route, request, cancellationToken);
        var answer = await GraphAnswer.TakeAsync(route, response, cancellationToken);
        return FailureOf(answer.Status) is { } failure ? throw Fail(answer, failure) : answer;
    }

    /// <summary>Sends a request whose answer is read while it arrives, within <paramref name="cancellationToken"/>; any status comes back.</summary>
    public async Task<HttpResponseMessage> SendStreamedAsync(string route, Func<GraphServiceClient, RequestInformation> build, CancellationToken cancellationToken)
    {
        using var request = await SignAsync(route, build, cancellationToken);
        request.Options.Set(RetryHandler.Streamed, true);
        return await SendAsync(route, request, cancellationToken);
    }

    /// <summary>Gets a pre-authenticated address, without our token; any status comes back, read while it arrives.</summary>
    public async Task<HttpResponseMessage> SendUnsignedAsync(string route, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(RetryHandler.Streamed, true);
        return await SendAsync(route, request, cancellationToken);
    }

    /// <summary>Logs what went wrong and makes the exception for it.</summary>
    public GraphUnavailableException Fail(GraphAnswer answer, GraphFailure failure, Exception? cause = null) =>
        Fail(answer.Route, failure, answer.Status, answer.RequestId, cause);

    /// <inheritdoc cref="Fail(GraphAnswer, GraphFailure, Exception?)"/>
    public GraphUnavailableException Fail(string route, GraphFailure failure, HttpStatusCode? status, string? requestId, Exception? cause)
    {
        Log.NoUsableAnswer(logger, route, failure, (int?)status, requestId, Explain(cause));
        return new GraphUnavailableException(failure, route, cause);
    }

    /// <summary>What a status means for the caller, or null where the caller decides.</summary>
    public static GraphFailure? FailureOf(HttpStatusCode status) => (int)status switch
    {
        401 or 403 => GraphFailure.Denied,
        429 => GraphFailure.Throttled,
        >= 500 => GraphFailure.Unreachable,
        >= 300 and < 400 => GraphFailure.Unreadable,
        _ => null,
    };

    private async Task<HttpRequestMessage> SignAsync(string route, Func<GraphServiceClient, RequestInformation> build, CancellationToken cancellationToken)
    {
        try
        {
            var client = connection.Client;
            return await client.RequestAdapter.ConvertToNativeRequestAsync<HttpRequestMessage>(build(client), cancellationToken)
                ?? throw new InvalidOperationException("The request adapter is not an HTTP one.");
        }
        catch (AuthenticationFailedException e)
        {
            throw Fail(route, GraphFailure.NoToken, null, null, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
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
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutRejectedException)
        {
            throw Fail(route, GraphFailure.Unreachable, null, null, e);
        }
    }

    // Messages of HTTP exceptions may quote an address; types and AADSTS codes never name anyone.
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
        [LoggerMessage(LogLevel.Warning, "Graph gave no usable answer for {Route}: {Failure} (HTTP {Status}, request-id {RequestId}) {Cause}")]
        public static partial void NoUsableAnswer(ILogger logger, string route, GraphFailure failure, int? status, string? requestId, string cause);
    }
}
