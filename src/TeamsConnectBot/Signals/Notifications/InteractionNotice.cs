using System.Text.Json;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>What is read of a notification; its resource, with the interaction's id, is not.</summary>
/// <param name="Lifecycle">For a notice about the subscription itself: what happened to it.</param>
internal sealed record InteractionNotice(string SubscriptionId, string? ClientState, string? Lifecycle)
{
    /// <summary>All notices of a request; null when it is not one of Graph's.</summary>
    public static IReadOnlyList<InteractionNotice>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return [.. document.RootElement.GetProperty("value").EnumerateArray().Select(item => new InteractionNotice(
                item.GetProperty("subscriptionId").GetString() ?? "", Text(item, "clientState"), Text(item, "lifecycleEvent")))];
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    public override string ToString() => "a notice";

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
