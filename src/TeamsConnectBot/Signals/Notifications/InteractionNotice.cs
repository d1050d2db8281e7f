using System.Text.Json;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>What is read of a notification; its resource, which contains the interaction's id, is not.</summary>
/// <param name="Lifecycle">For a notification about the subscription itself: what happened to it.</param>
internal sealed record InteractionNotice(string SubscriptionId, string? ClientState, string? Lifecycle)
{
    /// <summary>All notifications in a request; null when the body is not Graph's format.</summary>
    public static IReadOnlyList<InteractionNotice>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return [.. JsonSlices.Items(body, "value").Select(item => new InteractionNotice(
                JsonSlices.Text(item, "subscriptionId") ?? throw new JsonException("'subscriptionId' is missing."),
                JsonSlices.Text(item, "clientState"),
                JsonSlices.Text(item, "lifecycleEvent")))];
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public override string ToString() => "a notice";
}
