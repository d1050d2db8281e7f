using System.Net;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>
/// Sends up to 20 requests as one and retries the throttled parts, each after its own wait, which Graph's client does not do.
/// </summary>
internal sealed class GraphBatch(GraphTransport transport, IOptions<GraphOptions> options)
{
    private static readonly TimeSpan WaitWithoutHeader = TimeSpan.FromSeconds(2);

    /// <summary>Sends the parts; the answers come in their order, whatever order Graph answers in.</summary>
    /// <exception cref="GraphUnavailableException">The batch as a whole gave no usable answer.</exception>
    public async Task<BatchOutcome> SendAsync(string route, IReadOnlyList<BatchPart> parts, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts.Count, 20);
        var answers = Enumerable.Repeat(BatchAnswer.Missing, parts.Count).ToArray();
        var attempts = new int[parts.Count];
        var due = Enumerable.Range(0, parts.Count).ToDictionary(index => index, _ => TimeSpan.Zero);
        var throttles = 0;
        var started = TimeProvider.System.GetTimestamp();

        while (due.Count > 0)
        {
            var now = await WaitForFirstAsync(due, started, cancellationToken);
            var ready = due.Where(part => part.Value <= now).Select(part => part.Key).Order().ToList();
            throttles += await SendOnceAsync(route, parts, ready, answers, cancellationToken);
            now = TimeProvider.System.GetElapsedTime(started);
            foreach (var index in ready)
            {
                throttles += answers[index].Status == HttpStatusCode.TooManyRequests ? 1 : 0;
                if (NextWait(answers[index], ++attempts[index]) is { } wait)
                {
                    due[index] = now + wait;
                }
                else
                {
                    due.Remove(index);
                }
            }
        }

        return new BatchOutcome(answers, throttles);
    }

    private static async Task<TimeSpan> WaitForFirstAsync(Dictionary<int, TimeSpan> due, long started, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetElapsedTime(started);
        var first = due.Values.Min();
        if (first > now)
        {
            await Task.Delay(first - now, TimeProvider.System, cancellationToken);
            now = TimeProvider.System.GetElapsedTime(started);
        }

        // A timer may fire slightly early; the part it was set for is due anyway.
        return now > first ? now : first;
    }

    private async Task<int> SendOnceAsync(
        string route, IReadOnlyList<BatchPart> parts, List<int> ready, BatchAnswer[] answers, CancellationToken cancellationToken)
    {
        var answer = transport.Require(await transport.SendAsync(route, _ => Request(BatchFormat.Write(parts, ready)), cancellationToken));
        foreach (var index in ready)
        {
            answers[index] = BatchAnswer.Missing;
        }

        try
        {
            foreach (var (index, part) in BatchFormat.Read(answer.Body).Where(part => ready.Contains(part.Index)))
            {
                answers[index] = part;
            }
        }
        catch (JsonException e)
        {
            throw transport.Fail(answer, GraphFailure.Unreadable, e);
        }

        return answer.Throttles;
    }

    private RequestInformation Request(byte[] body)
    {
        var request = new RequestInformation { HttpMethod = Method.POST, URI = new Uri($"{transport.Root}/$batch") };
        request.Headers.Add("Accept", "application/json");
        request.SetStreamContent(new MemoryStream(body, writable: false), "application/json");
        return request;
    }

    private TimeSpan? NextWait(BatchAnswer answer, int attempts)
    {
        if (!answer.IsTransient || attempts > options.Value.MaxRetries)
        {
            return null;
        }

        var wait = answer.RetryAfter ?? Min(options.Value.RetryDelay * Math.Pow(2, attempts), WaitWithoutHeader * attempts);
        return wait > options.Value.MaxRetryAfter ? null : wait;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
