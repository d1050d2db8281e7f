using System.Net;
using Microsoft.Net.Http.Headers;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>An answer read completely: success, or a refusal the caller may have expected.</summary>
/// <param name="Route">The kind of call.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes; empty when there are none.</param>
/// <param name="RequestId">Graph's id for the request, for a support case.</param>
/// <param name="Throttles">How often the request was throttled before this answer.</param>
internal sealed record GraphAnswer(
    string Route, HttpStatusCode Status, ReadOnlyMemory<byte> Body, string? RequestId = null, int Throttles = 0)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsGone => Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    public static async Task<GraphAnswer> TakeAsync(string route, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var throttles = 0;
        response.RequestMessage?.Options.TryGetValue(RetryHandler.Throttles, out throttles);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new GraphAnswer(route, response.StatusCode, body, RequestIdOf(response), throttles);
    }

    public static string? RequestIdOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(HeaderNames.RequestId, out var values) || response.Headers.TryGetValues("request-id", out values)
            ? values.First()
            : null;
}
