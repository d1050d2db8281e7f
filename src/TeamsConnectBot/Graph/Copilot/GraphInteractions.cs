using System.Net;
using System.Text.Json;
using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Copilot;

/// <summary>What Graph agreed to: it tells of one person's interactions until then.</summary>
internal sealed record InteractionSubscription(string Id, Instant ExpiresAt);

/// <summary>
/// Change notifications for somebody's Copilot interactions, without resource data: that one took place, and nothing of it.
/// The interactions themselves are never asked for.
/// </summary>
internal sealed class GraphInteractions(GraphTransport transport)
{
    private const string CreateRoute = "create interaction subscription";
    private const string RenewRoute = "renew interaction subscription";
    private const string DeleteRoute = "delete interaction subscription";

    /// <returns>Null when Graph has one for this person already, whose id was lost; it ends by itself.</returns>
    /// <exception cref="GraphUnavailableException">Graph refused: the person has no licence or not the app, or it was unreachable.</exception>
    public async Task<InteractionSubscription?> CreateAsync(
        string personId, Uri notifications, Uri lifecycle, string clientState, Instant until, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(
            CreateRoute,
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
        if (answer.Status is HttpStatusCode.Conflict)
        {
            return null;
        }

        return Read(answer);
    }

    /// <returns>Null when Graph has it no more.</returns>
    /// <exception cref="GraphUnavailableException">It is not known whether it was renewed; calling again is harmless.</exception>
    public async Task<InteractionSubscription?> RenewAsync(string id, Instant until, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(
            RenewRoute, client => client.Subscriptions[id].ToPatchRequestInformation(new Subscription { ExpirationDateTime = until.ToDateTimeOffset() }), cancellationToken);
        return answer.IsGone ? null : Read(answer);
    }

    /// <summary>Ends it. One that is gone counts as ended.</summary>
    /// <exception cref="GraphUnavailableException">It is not known whether it ended; calling again is harmless.</exception>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(DeleteRoute, client => client.Subscriptions[id].ToDeleteRequestInformation(), cancellationToken);
        if (!answer.IsGone && !answer.IsSuccess)
        {
            throw transport.Fail(answer, GraphFailure.Rejected);
        }
    }

    private InteractionSubscription Read(GraphAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            throw transport.Fail(answer, GraphFailure.Rejected);
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var root = document.RootElement;
            return InstantPattern.ExtendedIso.Parse(root.GetProperty("expirationDateTime").GetString() ?? "") is { Success: true, Value: var expires }
                && root.GetProperty("id").GetString() is { } id
                    ? new InteractionSubscription(id, expires)
                    : throw transport.Fail(answer, GraphFailure.Unreadable);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw transport.Fail(answer, GraphFailure.Unreadable, failure);
        }
    }
}
