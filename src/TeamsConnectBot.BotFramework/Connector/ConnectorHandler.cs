using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Below the SDK's client: sends its requests with a token, at the pace Teams allows, again where that is right, and says what
/// became of them. What comes back to the client is 200 with a JSON object or nothing; all else is a <see cref="ConnectorException"/>.
/// </summary>
internal sealed class ConnectorHandler(
    HttpMessageHandler inner, CachedToken? token, ServiceUrlAllowList hosts, ConnectorRateLimits limits, ResiliencePipeline retry,
    TimeSpan timeout, TimeProvider clock) : DelegatingHandler(inner)
{
    /// <summary>What the body may take, counted as UTF-16.</summary>
    private const int MaxUtf16Bytes = 100 * 1024;

    private const int LargestAnswer = 4 * 1024 * 1024;

    public async ValueTask<AuthenticationHeaderValue?> AuthorizationAsync(CancellationToken cancellationToken)
    {
        if (token is null) return null;
        try
        {
            return new AuthenticationHeaderValue("Bearer", await token.GetAsync(cancellationToken));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException(ConnectorFailure.NoToken, code: EntraRefusal.CodeIn(e), inner: e);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!hosts.AllowsHostOf(request.RequestUri!)) throw new ConnectorException(ConnectorFailure.WrongHost);
        if (await IsTooLargeAsync(request.Content)) throw new ConnectorException(ConnectorFailure.TooLarge);

        var caller = CallersToken.Current is { CanBeCanceled: true } callers ? callers : cancellationToken;
        var call = await ConnectorCall.ReadAsync(request, caller);
        var content = await retry.ExecuteAsync(
            static (work, once) => work.Handler.TryAsync(work.Request, work.Call, once),
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
                : throw ConnectorErrors.Read(
                    response.StatusCode, content, RetryAfter.Read(response.Headers, clock.GetUtcNow()), call.NamesActivity);
        }
    }

    private static async ValueTask<bool> IsTooLargeAsync(HttpContent? body)
    {
        // Counted from the bytes: what is beyond ASCII takes at most as many UTF-16 units as UTF-8 bytes.
        if (body?.Headers.ContentLength is not > MaxUtf16Bytes / 2) return false;
        return (await body.ReadAsStringAsync()).Length * 2 > MaxUtf16Bytes;
    }

    private async Task<(HttpResponseMessage Response, byte[] Content)> ExchangeAsync(
        HttpRequestMessage request, ConnectorCall call, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            var response = await base.SendAsync(request, limit.Token);
            await response.Content.LoadIntoBufferAsync(LargestAnswer, limit.Token);
            return (response, await response.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (Exception e) when (NothingWasSent(e))
        {
            throw new ConnectorException(ConnectorFailure.Unavailable, inner: e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.InvalidResponse)
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
            // Stopped by the caller while the request was under way: as much in doubt as a timeout.
            throw new ConnectorException(ConnectorFailure.InDoubt, inner: e);
        }
    }

    private static bool NothingWasSent(Exception e) => e switch
    {
        // How SocketsHttpHandler says that its ConnectTimeout passed; our own limit has no such cause.
        OperationCanceledException { InnerException: TimeoutException } => true,
        HttpRequestException http => http.HttpRequestError
            is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
        _ => false,
    };

    /// <summary>
    /// The JSON object of a success. What is no object, or has an id that is no text, says nothing: it is done all the same.
    /// </summary>
    private static byte[] Success(HttpStatusCode status, byte[] content)
    {
        if (content.Length == 0) return [];
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
