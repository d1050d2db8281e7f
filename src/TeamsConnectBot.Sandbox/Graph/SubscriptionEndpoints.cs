using System.Collections.Concurrent;
using System.Text.Json;
using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Change notifications: the handshake, the subscriptions, and what is sent to them.</summary>
internal sealed class SubscriptionEndpoints(SandboxTenant tenant, SandboxOptions options, NotificationSender sender)
{
    private readonly ConcurrentDictionary<string, Subscription> subscriptions = new(StringComparer.Ordinal);

    public IEnumerable<GraphRoute> Routes =>
    [
        new("POST", "subscriptions", "subscription.create", [], CreateAsync)
            { Contract = GraphContract.One("subscription", "subscription") },
        new(
            "GET", "subscriptions/{id}", "subscription.get", [],
            request => Find(request) is { } found ? Write(request, found, 200) : NotFound(request))
        {
            Contract = GraphContract.One("subscription"),
        },
        new("PATCH", "subscriptions/{id}", "subscription.renew", [], Renew)
            { Contract = GraphContract.One("subscription", "subscription") },
        new("DELETE", "subscriptions/{id}", "subscription.delete", [], request => subscriptions.TryRemove(request.Argument(0), out _) ? GraphReply.Empty(204) : NotFound(request)),
    ];

    public IReadOnlyCollection<Subscription> All => [.. subscriptions.Values];

    /// <summary>Tells everybody who asked for it that an event changed. The notification names the event and nothing of it.</summary>
    public async Task NotifyAsync(CalendarEvent item, string change)
    {
        foreach (var subscription in subscriptions.Values.Where(subscription => Concerns(subscription, item, change)))
        {
            await sender.PostAsync(subscription.NotificationUrl, writer => WriteNotification(writer, subscription, change, item.Id));
        }
    }

    /// <summary>Somebody works with Copilot: whoever subscribed to that person's interactions is told that, and nothing of what.</summary>
    public async Task NotifyInteractionAsync(Person person)
    {
        foreach (var subscription in subscriptions.Values.Where(subscription => subscription.Expires > tenant.Now && PersonOf(subscription.Resource) == person))
        {
            await sender.PostAsync(subscription.NotificationUrl, writer => WriteInteraction(writer, subscription));
        }
    }

    /// <summary>Sends a lifecycle notification: <c>reauthorizationRequired</c>, <c>subscriptionRemoved</c> or <c>missed</c>.</summary>
    public Task SendLifecycleAsync(string subscriptionId, string lifecycleEvent)
    {
        var subscription = subscriptions[subscriptionId];
        if (lifecycleEvent == "subscriptionRemoved")
        {
            subscriptions.TryRemove(subscriptionId, out _);
        }

        var url = subscription.LifecycleUrl ?? throw new InvalidOperationException("The subscription names no lifecycleNotificationUrl.");
        return sender.PostAsync(url, writer =>
        {
            WriteHead(writer, subscription);
            writer.WriteString("lifecycleEvent", lifecycleEvent);
        });
    }

    private async ValueTask<GraphReply> CreateAsync(GraphCall request)
    {
        if (request.Body is not { } body
            || body.Text("resource") is not { } resource
            || body.Text("changeType") is not { } changeType
            || !Uri.TryCreate(body.Text("notificationUrl"), UriKind.Absolute, out var url)
            || GraphTimes.ReadQuery(body.Text("expirationDateTime")) is not { } expires
            || expires <= tenant.Now)
        {
            return GraphReply.Error(400, "InvalidRequest", "resource, changeType, notificationUrl and a future expirationDateTime are required.");
        }

        Uri.TryCreate(body.Text("lifecycleNotificationUrl"), UriKind.Absolute, out var lifecycle);
        if (Refuse(resource, lifecycle, expires) is { } refusal)
        {
            return refusal;
        }

        if (!await sender.HandshakeAsync(url) || (lifecycle is not null && !await sender.HandshakeAsync(lifecycle)))
        {
            return GraphReply.Error(400, "ValidationError", "Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.");
        }

        var id = Guid.CreateVersion7(tenant.Clock.GetUtcNow()).ToString();
        var subscription = new Subscription(id, resource.Trim('/'), changeType, url, lifecycle, body.Text("clientState"), expires);
        subscriptions[id] = subscription;
        return Write(request, subscription, 201);
    }

    // The documented rules: a permission, a licence, one a person and app, and a lifecycle address beyond an hour.
    private GraphReply? Refuse(string resource, Uri? lifecycle, Instant expires)
    {
        if (!resource.Trim('/').StartsWith("copilot/", StringComparison.Ordinal))
        {
            return null;
        }

        if (PersonOf(resource) is not { HasLicence: true } person || !options.GrantedPermissions.Any(GraphPermissions.Interactions.Contains))
        {
            return GraphReply.Error(403, "Forbidden", "The app may not subscribe to this person's interactions.");
        }

        if (lifecycle is null && expires > tenant.Now + Duration.FromHours(1))
        {
            return GraphReply.Error(400, "InvalidRequest", "lifecycleNotificationUrl is required beyond an hour.");
        }

        return subscriptions.Values.Any(other => other.Expires > tenant.Now && PersonOf(other.Resource) == person)
            ? GraphReply.Error(409, "Conflict", "There is a subscription for this app and person.")
            : null;
    }

    private Person? PersonOf(string resource) => resource.Trim('/').Split('/') is ["copilot", "users", var id, "interactionHistory", "getAllEnterpriseInteractions"]
        ? tenant.People.ByKey(Uri.UnescapeDataString(id))
        : null;

    private void WriteInteraction(Utf8JsonWriter writer, Subscription subscription)
    {
        var id = Guid.CreateVersion7(tenant.Clock.GetUtcNow()).ToString();
        WriteHead(writer, subscription with { Resource = $"{subscription.Resource}/{id}" });
        writer.WriteString("changeType", "created");
        writer.WriteStartObject("resourceData");
        writer.WriteString("@odata.type", "#Microsoft.Graph.aiInteraction");
        writer.WriteString("id", id);
        writer.WriteEndObject();
    }

    private GraphReply Renew(GraphCall request)
    {
        if (Find(request) is not { } found)
        {
            return NotFound(request);
        }

        if (GraphTimes.ReadQuery(request.Body?.Text("expirationDateTime")) is not { } expires || expires <= tenant.Now)
        {
            return GraphReply.Error(400, "InvalidRequest", "A future expirationDateTime is required.");
        }

        var renewed = found with { Expires = expires };
        subscriptions[found.Id] = renewed;
        return Write(request, renewed, 200);
    }

    private Subscription? Find(GraphCall request) =>
        subscriptions.TryGetValue(request.Argument(0), out var found) && found.Expires > tenant.Now ? found : null;

    private static GraphReply NotFound(GraphCall request) => GraphReply.Error(404, "ResourceNotFound", $"The subscription {request.Argument(0)} was not found.");

    private bool Concerns(Subscription subscription, CalendarEvent item, string change) =>
        subscription.Expires > tenant.Now
        && subscription.ChangeType.Split(',').Contains(change, StringComparer.OrdinalIgnoreCase)
        && subscription.Resource.Split('/') is ["users", var mailbox, .., "events"]
        && string.Equals(Uri.UnescapeDataString(mailbox), item.Organiser, StringComparison.OrdinalIgnoreCase);

    private void WriteHead(Utf8JsonWriter writer, Subscription subscription)
    {
        writer.WriteString("subscriptionId", subscription.Id);
        writer.WriteString("subscriptionExpirationDateTime", GraphTimes.FormatUtc(subscription.Expires));
        writer.WriteString("clientState", subscription.ClientState);
        writer.WriteString("tenantId", tenant.Identity.TenantId);
        writer.WriteString("resource", subscription.Resource);
    }

    private void WriteNotification(Utf8JsonWriter writer, Subscription subscription, string change, string eventId)
    {
        WriteHead(writer, subscription with { Resource = $"{subscription.Resource}/{eventId}" });
        writer.WriteString("changeType", change);
        writer.WriteStartObject("resourceData");
        writer.WriteString("@odata.type", "#Microsoft.Graph.Event");
        writer.WriteString("id", eventId);
        writer.WriteEndObject();
    }

    private GraphReply Write(GraphCall request, Subscription subscription, int status) => new()
    {
        Status = status,
        Json = writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"{request.BaseUrl}/$metadata#subscriptions/$entity");
            writer.WriteString("id", subscription.Id);
            writer.WriteString("resource", subscription.Resource);
            writer.WriteString("applicationId", tenant.Identity.AppId);
            writer.WriteString("changeType", subscription.ChangeType);
            writer.WriteString("clientState", subscription.ClientState);
            writer.WriteString("notificationUrl", subscription.NotificationUrl.ToString());
            writer.WriteNull("notificationQueryOptions");
            writer.WriteString("lifecycleNotificationUrl", subscription.LifecycleUrl?.ToString());
            writer.WriteString("expirationDateTime", GraphTimes.FormatUtc(subscription.Expires));
            writer.WriteString("creatorId", tenant.Identity.AppId);
            writer.WriteNull("includeResourceData");
            writer.WriteString("latestSupportedTlsVersion", "v1_2");
            writer.WriteNull("encryptionCertificate");
            writer.WriteNull("encryptionCertificateId");
            writer.WriteNull("notificationUrlAppId");
            writer.WriteEndObject();
        },
    };
}
