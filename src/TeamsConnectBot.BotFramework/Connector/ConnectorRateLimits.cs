using System.Threading.RateLimiting;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Keeps requests within Teams' published limits: a number of requests a second for the whole application, and for each conversation a
/// number in one, in two and in thirty seconds. Callers wait in order of arrival. Time is measured on the system clock.
/// </summary>
internal sealed class ConnectorRateLimits : IDisposable
{
    private readonly RequestPacer application;
    private readonly PartitionedRateLimiter<string>[] windows;
    private readonly PartitionedRateLimiter<string> conversations;
    private volatile bool isDisposed;

    public ConnectorRateLimits(ConnectorOptions options)
    {
        application = new RequestPacer(options.RequestsPerSecond, TimeProvider.System);
        windows =
        [
            Sliding(options.ConversationRequestsInOneSecond, TimeSpan.FromSeconds(1)),
            Sliding(options.ConversationRequestsInTwoSeconds, TimeSpan.FromSeconds(2)),
            Sliding(options.ConversationRequestsInThirtySeconds, TimeSpan.FromSeconds(30)),
        ];
        conversations = PartitionedRateLimiter.CreateChained(windows);
    }

    public async ValueTask WaitAsync(string conversation, CancellationToken cancellationToken)
    {
        // Disposing the lease of a sliding window limiter returns no permit, unlike that of a concurrency limiter.
        using var lease = await AcquireAsync(conversation, cancellationToken);
        await application.WaitAsync(cancellationToken);
    }

    public void ShareAmong(int processes) => application.ShareAmong(processes);

    public void Dispose()
    {
        isDisposed = true;
        conversations.Dispose();

        // A chained limiter leaves the ones it is made of alone, and each keeps a timer that fires ten times a second.
        foreach (var window in windows)
        {
            window.Dispose();
        }
    }

    // A timer disposes a limiter that was idle for ten seconds, perhaps just as it is used again. The next try makes a new one.
    private async ValueTask<RateLimitLease> AcquireAsync(string conversation, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await conversations.AcquireAsync(conversation, 1, cancellationToken);
            }
            catch (ObjectDisposedException) when (!isDisposed)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private static PartitionedRateLimiter<string> Sliding(int requests, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(conversation => RateLimitPartition.GetSlidingWindowLimiter(
            conversation,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = requests,
                Window = window,
                SegmentsPerWindow = 10,
                QueueLimit = int.MaxValue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }));
}
