using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// The HTTP handler below the SDK's client. It adds the token, keeps to Teams' rate limits, retries where that is safe, and maps every
/// outcome. The client gets 200 with a JSON object or an empty body; anything else is a <see cref="ConnectorException"/>.
/// </summary>
internal sealed class ConnectorHandler(
    HttpMessageHandler inner, CachedToken? token, ServiceUrlAllowList hosts, ConnectorRateLimits limits, ResiliencePipeline retry,
    TimeSpan timeout) : DelegatingHandler(inner)
{
    /// <summary>Teams' limit for a request body, counted as UTF-16.</summary>
    private const int MaxUtf16Bytes = 100 * 1024;

    private const int MaxResponseBytes = 4 * 1024 * 1024;

    public async ValueTask<AuthenticationHeaderValue?> AuthorizationAsync(CancellationToken cancellationToken)
    {
        try
        {
            return token is null ? null : new AuthenticationHeaderValue("Bearer", await token.GetAsync(cancellationToken));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException(ConnectorFailure.NoToken, code: EntraError.CodeOf(e), inner: e);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!hosts.AllowsHostOf(request.RequestUri!))
        {
            throw new ConnectorException(ConnectorFailure.WrongHost);
        }

        if (await IsTooLargeAsync(request.Content))
        {
            throw new ConnectorException(ConnectorFailure.TooLarge);
        }

        var caller = CallerCancellation.Current is { CanBeCanceled: true } current ? current : cancellationToken;
        var call = await ConnectorCall.ReadAsync(request, caller);
        var content = await retry.ExecuteAsync(
            static (work, attempt) => work.Handler.TryAsync(work.Request, work.Call, attempt),
            (Handler: this, Request: request, Call: call),
            caller);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content), RequestMessage = request };
    }

    private async ValueTask<byte[]> TryAsync(HttpRequestMessage request, ConnectorCall call, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = await AuthorizationAsync(cancellationToken);
        await limits.WaitAsync(call.Conversation, cancellationToken);
        var (response, content) = await ExchangeAsync(request, call, cancellationToken);
        using (response)
        {
            return response.IsSuccessStatusCode
                ? Success(response.StatusCode, content)
                : throw ConnectorErrors.Read(response.StatusCode, content, RetryAfter.Of(response), call.IsAboutActivity);
        }
    }

    // Only a body of more than half the limit is decoded: a character takes at most twice as many bytes in UTF-16 as in UTF-8.
    private static async ValueTask<bool> IsTooLargeAsync(HttpContent? body) =>
        body?.Headers.ContentLength is > MaxUtf16Bytes / 2 && (await body.ReadAsStringAsync()).Length * 2 > MaxUtf16Bytes;

    private async Task<(HttpResponseMessage Response, byte[] Content)> ExchangeAsync(
        HttpRequestMessage request, ConnectorCall call, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            var response = await base.SendAsync(request, limit.Token);
            await response.Content.LoadIntoBufferAsync(MaxResponseBytes, limit.Token);
            return (response, await response.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (Exception e) when (NothingWasSent(e))
        {
            throw new ConnectorException(ConnectorFailure.Unavailable, inner: e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError
            is HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.InvalidResponse)
        {
            throw new ConnectorException(ConnectorFailure.Unreadable, e.StatusCode, inner: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ConnectorException(call.IsIdempotent ? ConnectorFailure.Unavailable : ConnectorFailure.InDoubt, inner: e);
        }
        catch (OperationCanceledException e) when (!call.IsIdempotent)
        {
            // The caller cancelled while the request was under way: as much in doubt as a timeout.
            throw new ConnectorException(ConnectorFailure.InDoubt, inner: e);
        }
    }

    private static bool NothingWasSent(Exception e) => e switch
    {
        // This is how SocketsHttpHandler reports that ConnectTimeout passed; our own timeout has no such inner exception.
        OperationCanceledException { InnerException: TimeoutException } => true,
        HttpRequestException http => http.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        _ => false,
    };

    /// <summary>
    /// The JSON object in a successful response. JSON of another shape, or with an id that is not text, counts as an empty body: the
    /// request was accepted all the same.
    /// </summary>
    private static byte[] Success(HttpStatusCode status, byte[] content)
    {
        if (content.Length == 0)
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(content);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && (!root.TryGetProperty("id", out var id) || id.ValueKind is JsonValueKind.String or JsonValueKind.Null)
                    ? content
                    : [];
        }
        catch (JsonException e)
        {
            throw new ConnectorException(ConnectorFailure.Unreadable, status, inner: e);
        }
    }
}
