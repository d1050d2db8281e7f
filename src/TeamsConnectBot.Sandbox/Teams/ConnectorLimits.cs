using System.Collections.Concurrent;
using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>The connector's rate limits: for the app as a whole, and per conversation.</summary>
internal sealed class ConnectorLimits(SandboxOptions options)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, SlidingLimit> conversations = new(StringComparer.Ordinal);
    private readonly SlidingLimit? app =
        options.ConnectorRequestsPerSecond is { } most ? new SlidingLimit(most, Second, TimeProvider.System) : null;

    /// <summary>The refusal when the app makes too many requests; null when this one is allowed.</summary>
    public IResult? ThrottleApp(HttpResponse response) => Refusal(response, app);

    /// <summary>The refusal when a conversation gets too many requests of an operation; null when this one is allowed.</summary>
    public IResult? ThrottleConversation(HttpResponse response, string operation, string id) =>
        Refusal(response, options.ConversationRequestsPerSecond is { } most
            ? conversations.GetOrAdd($"{operation} {id}", _ => new SlidingLimit(most, Second, TimeProvider.System))
            : null);

    private static IResult? Refusal(HttpResponse response, SlidingLimit? limit) =>
        limit?.Enter() is { Ticks: > 0 } wait ? ConnectorErrorResults.Throttled(response, wait) : null;
}
