using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>
/// Repeats what may be repeated: throttling, overload and broken connections. Every call made here is safe to repeat:
/// reads, and events that carry a <c>transactionId</c>.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private const int LargestAnswer = 64 * 1024 * 1024;

    // A report is read while it arrives; everything else is taken in whole, so that an answer cut short is repeated too.
    public static readonly HttpRequestOptionsKey<bool> Streamed = new("graph.streamed");

    // How often a request was told to wait; the concurrency follows it.
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
                ShouldHandle = args => ValueTask.FromResult(IsWorthRepeating(args.Outcome, options.MaxRetryAfter)),
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
            await response.Content.LoadIntoBufferAsync(LargestAnswer, context.CancellationToken);
        }

        return response;
    }

    private static bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome, TimeSpan maxRetryAfter) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException or IOException } => true,
        { Result: { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.BadGateway } response } =>
            !(RetryAfter.Of(response) > maxRetryAfter),
        _ => false,
    };
}
