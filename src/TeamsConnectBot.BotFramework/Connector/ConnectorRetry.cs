using System.Security.Cryptography;
using Polly;
using Polly.Retry;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>Which failures are worth another try, and when.</summary>
internal static class ConnectorRetry
{
    public static ResiliencePipeline Create(ConnectorOptions options)
    {
        if (options.Retries == 0) return ResiliencePipeline.Empty;

        return new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments.Outcome.Exception, options)),
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = options.RetryDelay,
                MaxDelay = options.LongestWait,
                UseJitter = true,
                DelayGenerator = arguments => ValueTask.FromResult(AskedFor(arguments.Outcome.Exception)),
            })
            .Build();
    }

    private static bool ShouldRetry(Exception? exception, ConnectorOptions options) =>
        exception is ConnectorException { IsWorthRetryingNow: true } failure
        && (failure.RetryAfter is not { } wait || wait <= options.LongestWait);

    /// <summary>Never sooner than asked, and up to a quarter later: all who were refused together must not come back together.</summary>
    private static TimeSpan? AskedFor(Exception? exception) =>
        exception is ConnectorException { RetryAfter: { } wait }
            ? wait * (1 + (RandomNumberGenerator.GetInt32(1000) / 4000.0))
            : null;
}
