using System.Collections.Concurrent;
using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>How much the connector takes: from the app as a whole, and in one conversation.</summary>
internal sealed class ConnectorLimits(SandboxOptions options)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, SlidingLimit> conversations = new(StringComparer.Ordinal);
    private readonly SlidingLimit? app = options.ConnectorRequestsPerSecond is { } most ? new SlidingLimit(most, Second, TimeProvider.System) : null;

    /// <summary>How long the app must wait; zero when this request was let in.</summary>
    public TimeSpan EnterApp() => app?.Enter() ?? TimeSpan.Zero;

    /// <summary>How long this conversation must wait; sending and creating are counted apart.</summary>
    public TimeSpan EnterConversation(string operation, string id) => options.ConversationRequestsPerSecond is { } most
        ? conversations.GetOrAdd($"{operation} {id}", _ => new SlidingLimit(most, Second, TimeProvider.System)).Enter()
        : TimeSpan.Zero;
}
