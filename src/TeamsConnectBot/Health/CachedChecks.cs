using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TeamsConnectBot.Health;

/// <summary>
/// Answers within a second: with the check's current result, or with its previous one while the check is still running. Monitoring
/// times out sooner than Graph does.
/// </summary>
internal sealed class CachedChecks(IServiceProvider services)
{
    /// <summary>The data key for a cached result's age in seconds.</summary>
    public const string Age = "age";

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Type, CachedCheck> checks = new();

    public IHealthCheck Of<TCheck>()
        where TCheck : IHealthCheck =>
            checks.GetOrAdd(typeof(TCheck), _ => new CachedCheck(ActivatorUtilities.CreateInstance<TCheck>(services)));

    private sealed class CachedCheck(IHealthCheck check) : IHealthCheck
    {
        private readonly Lock gate = new();
        private Task<HealthCheckResult>? running;
        private (HealthCheckResult Result, long At)? previous;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            Task<HealthCheckResult> current;
            lock (gate)
            {
                current = running ??= Task.Run(() => RunAsync(context), CancellationToken.None);
            }

            try
            {
                return await current.WaitAsync(AnswerWithin, TimeProvider.System, cancellationToken);
            }
            catch (TimeoutException)
            {
                return Previous();
            }
        }

        private HealthCheckResult Previous()
        {
            lock (gate)
            {
                return previous is not var (result, at)
                    ? HealthCheckResult.Unhealthy("no answer yet")
                    : new HealthCheckResult(result.Status, result.Description, result.Exception, new Dictionary<string, object>
                    {
                        [Age] = Math.Round(TimeProvider.System.GetElapsedTime(at).TotalSeconds, 1),
                    });
            }
        }

        private async Task<HealthCheckResult> RunAsync(HealthCheckContext context)
        {
            HealthCheckResult result;
            using var timeout = new CancellationTokenSource(Timeout);
            try
            {
                result = await check.CheckHealthAsync(context, timeout.Token).WaitAsync(timeout.Token);
            }
            catch (Exception failure)
            {
                result = HealthCheckResult.Unhealthy(exception: failure);
            }

            lock (gate)
            {
                (previous, running) = ((result, TimeProvider.System.GetTimestamp()), null);
            }

            return result;
        }
    }
}
