using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Puts a file where a person allowed it, in their own OneDrive, after Teams' consent card. The address holds its own permission: no token
/// is sent to it, and neither the address nor the file is logged.
/// </summary>
public sealed class TeamsFiles : IDisposable
{
    // OneDrive takes more, in pieces; what one person's data is stays far below.
    private const int MostBytes = 50 * 1024 * 1024;
    private const int MostAnswered = 1024 * 1024;

    private readonly HttpClient http;
    private readonly FileHostList hosts;
    private readonly ResiliencePipeline retry;
    private readonly TimeSpan timeout;

    internal TeamsFiles(HttpMessageHandler network, IReadOnlyList<string> hosts, ResiliencePipeline retry, TimeSpan timeout)
    {
        http = new HttpClient(network, disposeHandler: false)
            { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostAnswered };
        (this.hosts, this.retry, this.timeout) = (new FileHostList(hosts), retry, timeout);
    }

    /// <summary>Whether an address is one of OneDrive's, so that it may be shown or written to.</summary>
    /// <param name="address">An address that the person's Teams client sent.</param>
    public bool Trusts(string? address) => hosts.Allowed(address) is not null;

    /// <summary>Uploads a whole file. An upload's address takes one file only, so a second attempt never makes a second one.</summary>
    /// <param name="uploadUrl">The upload session's address, from the answer to the consent card.</param>
    /// <param name="content">The file; at least one byte and at most 50 MB.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <exception cref="ConnectorException">
    /// After transient failures have been retried: <see cref="ConnectorFailure.InDoubt"/> when the file may be there, because an answer was
    /// lost and the address is used up. With every other failure it is not there: <see cref="ConnectorFailure.WrongHost"/> for an address
    /// that is not trusted, <see cref="ConnectorFailure.UploadExpired"/>, <see cref="ConnectorFailure.StorageFull"/>,
    /// <see cref="ConnectorFailure.Unreadable"/> for a proxy's page, or another.
    /// </exception>
    public async Task UploadAsync(string? uploadUrl, byte[] content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length is 0 or > MostBytes)
        {
            throw new ConnectorException(ConnectorFailure.TooLarge);
        }

        var address = hosts.Allowed(uploadUrl) ?? throw new ConnectorException(ConnectorFailure.WrongHost);

        var wasAnswerLost = false;
        try
        {
            await retry.ExecuteAsync(
                async token =>
                {
                    try
                    {
                        await PutAsync(address, content, token);
                    }
                    catch (ConnectorException failure) when (failure is { Failure: ConnectorFailure.Unavailable, Status: null })
                    {
                        wasAnswerLost = true;
                        throw;
                    }
                },
                cancellationToken);
        }
        // A finished upload uses its address up, just as time does.
        catch (ConnectorException failure) when (wasAnswerLost && failure.Failure == ConnectorFailure.UploadExpired)
        {
            throw new ConnectorException(ConnectorFailure.InDoubt, failure.Status);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task PutAsync(Uri address, byte[] content, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(content) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
            using var response = await http.SendAsync(request, limit.Token);
            if (FailureOf(response.StatusCode, await response.Content.ReadAsByteArrayAsync(limit.Token), content.Length) is { } failure)
            {
                throw new ConnectorException(failure, response.StatusCode, retryAfter: RetryAfter.Of(response));
            }
        }
        // The inner exception may hold the address.
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ConnectorException(ConnectorFailure.Unavailable);
        }
    }

    private static ConnectorFailure? FailureOf(HttpStatusCode status, byte[] body, int length) => (int)status switch
    {
        200 or 201 => IsStored(body, length) ? null : ConnectorFailure.Unreadable,
        401 or 403 => ConnectorFailure.NotPermitted,
        404 or 409 or 410 or 416 => ConnectorFailure.UploadExpired,
        412 => ConnectorFailure.PreconditionFailed,
        413 => ConnectorFailure.TooLarge,
        429 => ConnectorFailure.Throttled,
        502 or 503 or 504 => ConnectorFailure.Unavailable,
        507 => ConnectorFailure.StorageFull,
        >= 500 => ConnectorFailure.ServiceError,
        >= 400 => ConnectorFailure.BadRequest,

        // 202 asks for more of the file, which there is not; a redirect is a proxy's.
        _ => ConnectorFailure.Unreadable,
    };

    // OneDrive answers with the item that was made; a page that says 200 is not it.
    private static bool IsStored(byte[] body, int length)
    {
        try
        {
            using var item = JsonDocument.Parse(body);
            return item.RootElement.ValueKind == JsonValueKind.Object
                && item.RootElement.TryGetProperty("id", out _)
                && (!item.RootElement.TryGetProperty("size", out var size) || (size.TryGetInt64(out var stored) && stored == length));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
