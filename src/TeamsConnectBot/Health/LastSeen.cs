using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TeamsConnectBot.Health;

/// <summary>
/// Answers within a second: with what a check says now, or else with what was last seen, while the check goes on. What watches over
/// the service gives up sooner than Graph does.
/// </summary>
internal sealed class LastSeen(IServiceProvider services)
{
    /// <summary>The data of a result that is not of now: how many seconds old it is.</summary>
    public const string Age = "age";

    private static readonly TimeSpan Now = TimeSpan.FromMilliseconds(700);

    // A check that is still not over then has failed.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Type, Watched> watched = new();

    public IHealthCheck Of<TCheck>()
        where TCheck : IHealthCheck =>
            watched.GetOrAdd(typeof(TCheck), _ => new Watched(ActivatorUtilities.CreateInstance<TCheck>(services)));

    private sealed class Watched(IHealthCheck check) : IHealthCheck
    {
        private readonly Lock gate = new();
        private Task<HealthCheckResult>? running;
        private (HealthCheckResult Result, long At)? seen;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            Task<HealthCheckResult> looking;
            lock (gate)
            {
                looking = running ??= Task.Run(() => LookAsync(context), CancellationToken.None);
            }

            try
            {
                return await looking.WaitAsync(Now, TimeProvider.System, cancellationToken);
            }
            catch (TimeoutException)
            {
                return Before();
            }
        }

        private HealthCheckResult Before()
        {
            lock (gate)
            {
                return seen is not var (result, at)
                    ? HealthCheckResult.Unhealthy("no answer yet")
                    : new HealthCheckResult(result.Status, result.Description, result.Exception, new Dictionary<string, object>
                    {
                        [Age] = Math.Round(TimeProvider.System.GetElapsedTime(at).TotalSeconds, 1),
                    });
            }
        }

        private async Task<HealthCheckResult> LookAsync(HealthCheckContext context)
        {
            HealthCheckResult result;
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                result = await check.CheckHealthAsync(context, patience.Token).WaitAsync(patience.Token);
            }
            catch (Exception failure)
            {
                result = HealthCheckResult.Unhealthy(exception: failure);
            }

            lock (gate)
            {
                (seen, running) = ((result, TimeProvider.System.GetTimestamp()), null);
            }

            return result;
        }
    }
}
