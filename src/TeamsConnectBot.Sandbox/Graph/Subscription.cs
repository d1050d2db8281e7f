using NodaTime;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Somebody who wants to hear of changes.</summary>
internal sealed record Subscription(string Id, string Resource, string ChangeType, Uri NotificationUrl, Uri? LifecycleUrl, string? ClientState, Instant Expires);
