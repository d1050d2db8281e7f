using System.Net;
using System.Text.Json;
using Microsoft.Graph.Models;
using NodaTime.Text;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Copilot;

/// <summary>A subscription that Graph confirmed: it reports one person's interactions until it expires.</summary>
internal sealed record InteractionSubscription(string Id, Instant ExpiresAt);

/// <summary>
/// Change notifications for somebody's Copilot interactions, without resource data: only that one took place. The interactions
/// themselves are never read.
/// </summary>
internal sealed class GraphInteractions(GraphTransport transport)
{
    /// <returns>Null when Graph already has one for this person, whose id was lost; it expires by itself.</returns>
    /// <exception cref="GraphUnavailableException">Graph refused, because the person lacks a licence or the app, or was
    /// unreachable.</exception>
    public async Task<InteractionSubscription?> CreateAsync(
        string personId, Uri notifications, Uri lifecycle, string clientState, Instant until, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(
            "create interaction subscription",
            client => client.Subscriptions.ToPostRequestInformation(new Subscription
            {
                ChangeType = "created",
                Resource = $"copilot/users/{personId}/interactionHistory/getAllEnterpriseInteractions",
                NotificationUrl = notifications.ToString(),
                LifecycleNotificationUrl = lifecycle.ToString(),
                ClientState = clientState,
                IncludeResourceData = false,
                ExpirationDateTime = until.ToDateTimeOffset(),
            }),
            cancellationToken);
        return answer.Status is HttpStatusCode.Conflict ? null : Read(answer);
    }

    /// <returns>Null when it no longer exists.</returns>
    /// <exception cref="GraphUnavailableException">It is unknown whether it was renewed; calling again is harmless.</exception>
    public async Task<InteractionSubscription?> RenewAsync(string id, Instant until, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(
            "renew interaction subscription",
            client => client.Subscriptions[id].ToPatchRequestInformation(new() { ExpirationDateTime = until.ToDateTimeOffset() }),
            cancellationToken);
        return answer.IsGone ? null : Read(answer);
    }

    /// <summary>Ends a subscription; one that no longer exists counts as ended.</summary>
    /// <exception cref="GraphUnavailableException">It is unknown whether it ended; calling again is harmless.</exception>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken) => transport.Exists(await transport.SendAsync(
        "delete interaction subscription", client => client.Subscriptions[id].ToDeleteRequestInformation(), cancellationToken));

    private InteractionSubscription Read(GraphAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            throw transport.Fail(answer, GraphFailure.Rejected);
        }

        try
        {
            var expires = InstantPattern.ExtendedIso.Parse(JsonSlices.Text(answer.Body, "expirationDateTime") ?? "");
            return expires.Success && JsonSlices.Text(answer.Body, "id") is { } id
                ? new InteractionSubscription(id, expires.Value)
                : throw transport.Fail(answer, GraphFailure.Unreadable);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw transport.Fail(answer, GraphFailure.Unreadable, failure);
        }
    }
}
