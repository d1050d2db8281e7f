using System.Collections.Concurrent;
using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>
/// The connector's rate limits, as Teams publishes them: for the app as a whole, and for each operation in a conversation. A conversation
/// may be read twice as often as it may be created or written to.
/// </summary>
internal sealed class ConnectorLimits(SandboxOptions options)
{
    private static readonly (int Most, TimeSpan Window)[] Writing =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1)),
    ];

    private static readonly (int Most, TimeSpan Window)[] Reading = [.. Writing.Select(limit => (limit.Most * 2, limit.Window))];

    private readonly ConcurrentDictionary<string, SlidingLimit> conversations = new(StringComparer.Ordinal);
    private readonly SlidingLimit? app = options.ConnectorRequestsPerSecond is { } most
        ? new SlidingLimit(TimeProvider.System, (most, TimeSpan.FromSeconds(1)))
        : null;

    /// <summary>The refusal when the app makes too many requests; null when this one is allowed.</summary>
    public IResult? ThrottleApp(HttpResponse response) => Refusal(response, app);

    public IResult? ThrottleCreating(HttpResponse response, string id) => Throttle(response, "create", id, Writing);

    public IResult? ThrottleSending(HttpResponse response, string id) => Throttle(response, "send", id, Writing);

    public IResult? ThrottleMembers(HttpResponse response, string id) => Throttle(response, "members", id, Reading);

    private IResult? Throttle(HttpResponse response, string operation, string id, (int Most, TimeSpan Window)[] windows) =>
        Refusal(response, options.LimitsConversations
            ? conversations.GetOrAdd($"{operation} {id}", _ => new SlidingLimit(TimeProvider.System, windows))
            : null);

    private static IResult? Refusal(HttpResponse response, SlidingLimit? limit) =>
        limit?.Enter() is { Ticks: > 0 } wait ? ConnectorErrorResults.Throttled(response, wait) : null;
}
