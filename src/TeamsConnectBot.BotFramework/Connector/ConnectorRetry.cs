using System.Security.Cryptography;
using Polly;
using Polly.Retry;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>Which failures are retried, and after what delay.</summary>
internal static class ConnectorRetry
{
    public static ResiliencePipeline Create(ConnectorOptions options) => options.Retries == 0
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments.Outcome.Exception, options)),
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = options.RetryDelay,
                MaxDelay = options.LongestWait,
                UseJitter = true,
                DelayGenerator = arguments => ValueTask.FromResult(RequestedDelay(arguments.Outcome.Exception)),
            })
            .Build();

    private static bool ShouldRetry(Exception? exception, ConnectorOptions options) =>
        exception is ConnectorException { IsWorthRetryingNow: true } failure && !(failure.RetryAfter > options.LongestWait);

    /// <summary>
    /// Waits for Retry-After plus up to 25 % jitter, so that requests that were throttled together are not all retried together.
    /// </summary>
    private static TimeSpan? RequestedDelay(Exception? exception) =>
        (exception as ConnectorException)?.RetryAfter * (1 + (RandomNumberGenerator.GetInt32(1000) / 4000.0));
}
