namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>A subscription to change notifications.</summary>
internal sealed record Subscription(
    string Id, string Resource, string ChangeType, Uri NotificationUrl, Uri? LifecycleUrl, string? ClientState, Instant Expires);
