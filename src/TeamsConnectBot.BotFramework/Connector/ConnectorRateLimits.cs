using System.Threading.RateLimiting;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Keeps below the published limits, on the real clock: so many requests a second for the application, and for each
/// conversation 7 in 1 s, 8 in 2 s and 60 in 30 s. Callers wait their turn in order.
/// </summary>
internal sealed class ConnectorRateLimits : IDisposable
{
    private static readonly (int Requests, TimeSpan Window)[] PerConversation =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30))];

    private readonly Pace _application;
    private readonly PartitionedRateLimiter<string> _conversations;

    public ConnectorRateLimits(int requestsPerSecond)
    {
        _application = new Pace(requestsPerSecond, TimeProvider.System);
        _conversations = PartitionedRateLimiter.CreateChained([.. PerConversation.Select(limit => Sliding(limit.Requests, limit.Window))]);
    }

    public async ValueTask WaitAsync(string conversation, CancellationToken cancellationToken)
    {
        // A window, unlike a count of what is going on, is not given back when the lease ends.
        using var one = await _conversations.AcquireAsync(conversation, 1, cancellationToken);
        await _application.WaitAsync(cancellationToken);
    }

    public void ShareAmong(int processes) => _application.ShareAmong(processes);

    public void Dispose() => _conversations.Dispose();

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
