using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>Sends one request and says what became of it.</summary>
internal sealed class ConnectorTransport(
    HttpClient http, CachedToken? token, ServiceUrlAllowList hosts, ConnectorRateLimits limits, TimeSpan timeout, TimeProvider clock)
{
    /// <summary>What the body may take, counted as UTF-16.</summary>
    private const int MaxUtf16Bytes = 100 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <returns>The JSON of a success, or null when its body is empty.</returns>
    /// <exception cref="ConnectorException">It was not done, or may not have been.</exception>
    public async ValueTask<JsonElement?> SendAsync(
        ConnectorRoute route, string serviceUrl, byte[]? body, CancellationToken cancellationToken)
    {
        if (!hosts.Allows(serviceUrl)) throw new ConnectorException(ConnectorFailure.WrongHost);

        // Counted from the bytes: what is beyond ASCII takes at most as many UTF-16 units as UTF-8 bytes.
        if (body is { Length: > MaxUtf16Bytes / 2 } && System.Text.Encoding.UTF8.GetCharCount(body) * 2 > MaxUtf16Bytes)
            throw new ConnectorException(ConnectorFailure.TooLarge);

        using var request = new HttpRequestMessage(route.Method, route.Address(serviceUrl));
        request.Headers.Authorization = await AuthorizationAsync(cancellationToken);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };

        await limits.WaitAsync(route.Conversation, cancellationToken);
        var (response, content) = await ExchangeAsync(request, route, cancellationToken);
        using (response)
        {
            return response.IsSuccessStatusCode
                ? Success(response.StatusCode, content)
                : throw ConnectorErrors.Read(
                    response.StatusCode, content, RetryAfter.Read(response.Headers, clock.GetUtcNow()), route.NamesActivity);
        }
    }

    public async ValueTask<AuthenticationHeaderValue?> AuthorizationAsync(CancellationToken cancellationToken)
    {
        if (token is null) return null;
        try
        {
            return new AuthenticationHeaderValue("Bearer", await token.GetAsync(cancellationToken));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException(ConnectorFailure.NoToken, inner: e);
        }
    }

    private async Task<(HttpResponseMessage Response, byte[] Content)> ExchangeAsync(
        HttpRequestMessage request, ConnectorRoute route, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            var response = await http.SendAsync(request, limit.Token);
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
            throw new ConnectorException(route.IsIdempotent ? ConnectorFailure.Unavailable : ConnectorFailure.InDoubt, inner: e);
        }
        catch (OperationCanceledException e) when (!route.IsIdempotent)
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

    private static JsonElement? Success(HttpStatusCode status, byte[] content)
    {
        if (content.Length == 0) return null;
        try
        {
            return JsonElement.Parse(content);
        }
        catch (JsonException e)
        {
            throw new ConnectorException(ConnectorFailure.Unreadable, status, inner: e);
        }
    }
}
