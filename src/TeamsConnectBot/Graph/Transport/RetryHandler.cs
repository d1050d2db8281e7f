using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>
/// Retries after throttling, overload and broken connections. Every call made here can be repeated safely: reads, updates and deletions,
/// and creations that Graph recognises the second time, such as events with the same <c>transactionId</c>.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private const int MaxAnswerBytes = 64 * 1024 * 1024;

    // A report is streamed; every other answer is buffered, so that a truncated one is retried too.
    public static readonly HttpRequestOptionsKey<bool> Streamed = new("graph.streamed");

    // How often a request was throttled; the concurrency adapts to it.
    public static readonly HttpRequestOptionsKey<int> Throttles = new("graph.throttles");

    private static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("graph.request");

    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    public RetryHandler(GraphOptions options, HttpMessageHandler inner)
        : base(inner)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = TimeProvider.System };
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                MaxDelay = TimeSpan.FromSeconds(10),
                ShouldHandle = args => ValueTask.FromResult(
                    IsTransient(args.Outcome, options.MaxRetryAfter, args.Context.CancellationToken)),
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result is { } response ? RetryAfter.Of(response) : null),
            });
        }

        pipeline = builder.AddTimeout(options.RequestTimeout).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Request, request);
        try
        {
            return await pipeline.ExecuteAsync(AttemptAsync, context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(ResilienceContext context)
    {
        var request = context.Properties.GetValue(Request, null!);
        var response = await base.SendAsync(request, context.CancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            request.Options.TryGetValue(Throttles, out var before);
            request.Options.Set(Throttles, before + 1);
        }

        if (!request.Options.TryGetValue(Streamed, out var streamed) || !streamed)
        {
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, context.CancellationToken);
        }

        return response;
    }

    /// <summary>Whether there is no connection, or no answer in time.</summary>
    /// <param name="failure">What a request ended with.</param>
    /// <param name="caller">The caller's token. A connection that takes too long is reported as a cancellation nobody asked for.</param>
    public static bool IsUnreachable(Exception failure, CancellationToken caller) =>
        failure is HttpRequestException or TimeoutRejectedException or IOException
        || (failure is OperationCanceledException && !caller.IsCancellationRequested);

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome, TimeSpan longestWait, CancellationToken caller) => outcome switch
    {
        { Exception: { } failure } => IsUnreachable(failure, caller),
        { Result: { } response } => (int)response.StatusCode is 429 or >= 502 and <= 504 && !(RetryAfter.Of(response) > longestWait),
        _ => false,
    };
}
