using System.Collections.Concurrent;
using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Change notifications: the handshake, the subscriptions, and the notifications sent to them.</summary>
internal sealed class SubscriptionEndpoints(SandboxTenant tenant, SandboxOptions options, NotificationSender sender)
{
    private static readonly GraphContract Reading = GraphContract.One("subscription");
    private static readonly GraphContract Writing = GraphContract.One("subscription", "subscription");

    private readonly ConcurrentDictionary<string, Subscription> subscriptions = new(StringComparer.Ordinal);

    public IEnumerable<GraphRoute> Routes =>
    [
        new("POST", "subscriptions", "subscription.create", [], CreateAsync, Writing),
        new("GET", "subscriptions/{id}", "subscription.get", [], Get, Reading),
        new("PATCH", "subscriptions/{id}", "subscription.renew", [], Renew, Writing),
        new("DELETE", "subscriptions/{id}", "subscription.delete", [], Delete),
    ];

    public IReadOnlyCollection<Subscription> All => [.. subscriptions.Values];

    private IEnumerable<Subscription> Live => subscriptions.Values.Where(subscription => subscription.Expires > tenant.Now);

    /// <summary>Notifies the subscribers to an organiser's calendar that an event has changed; they get only its id.</summary>
    public async Task NotifyAsync(CalendarEvent item, string change)
    {
        foreach (var subscription in Live.Where(subscription => Concerns(subscription, item, change)))
        {
            await sender.PostAsync(subscription.NotificationUrl, Notification(subscription, change, "#Microsoft.Graph.Event", item.Id));
        }
    }

    /// <summary>Notifies the subscribers to a person's Copilot interactions that there is a new one, without its content.</summary>
    public async Task NotifyInteractionAsync(Person person)
    {
        foreach (var subscription in Live.Where(subscription => PersonOf(subscription.Resource) == person))
        {
            var id = Guid.CreateVersion7(tenant.Clock.GetUtcNow()).ToString();
            var body = Notification(subscription, "created", "#Microsoft.Graph.aiInteraction", id);
            await sender.PostAsync(subscription.NotificationUrl, body);
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

        var url = subscription.LifecycleUrl ?? throw new InvalidOperationException("The subscription has no lifecycleNotificationUrl.");
        var body = Head(subscription, subscription.Resource);
        body["lifecycleEvent"] = lifecycleEvent;
        return sender.PostAsync(url, body);
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
            return GraphReply.Error(
                400, "InvalidRequest", "resource, changeType, notificationUrl and a future expirationDateTime are required.");
        }

        Uri.TryCreate(body.Text("lifecycleNotificationUrl"), UriKind.Absolute, out var lifecycle);
        if (Refuse(resource, lifecycle, expires) is { } refusal)
        {
            return refusal;
        }

        if (!await sender.HandshakeAsync(url) || (lifecycle is not null && !await sender.HandshakeAsync(lifecycle)))
        {
            return GraphReply.Error(
                400, "ValidationError",
                "Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.");
        }

        var id = Guid.CreateVersion7(tenant.Clock.GetUtcNow()).ToString();
        return Store(request, new(id, resource.Trim('/'), changeType, url, lifecycle, body.Text("clientState"), expires), 201);
    }

    // The documented rules: a permission, a licence, one subscription per person and app, and a lifecycle URL when it lasts over an hour.
    private GraphReply? Refuse(string resource, Uri? lifecycle, Instant expires)
    {
        if (!resource.Trim('/').StartsWith("copilot/", StringComparison.Ordinal))
        {
            return null;
        }

        if (PersonOf(resource) is not { HasLicence: true } person
            || !options.GrantedPermissions.Any(GraphPermissions.Interactions.Contains))
        {
            return GraphReply.Error(403, "Forbidden", "The app may not subscribe to this person's interactions.");
        }

        if (lifecycle is null && expires > tenant.Now + Duration.FromHours(1))
        {
            return GraphReply.Error(400, "InvalidRequest", "lifecycleNotificationUrl is required for a subscription longer than an hour.");
        }

        return Live.Any(other => PersonOf(other.Resource) == person)
            ? GraphReply.Error(409, "Conflict", "There already is a subscription for this app and person.")
            : null;
    }

    private Person? PersonOf(string resource) =>
        resource.Trim('/').Split('/') is ["copilot", "users", var id, "interactionHistory", "getAllEnterpriseInteractions"]
            ? tenant.People.ByKey(Uri.UnescapeDataString(id))
            : null;

    private GraphReply Get(GraphCall request) => Find(request) is { } found ? Describe(request, found, 200) : NotFound(request);

    private GraphReply Delete(GraphCall request) =>
        subscriptions.TryRemove(request.Argument(0), out _) ? GraphReply.Empty(204) : NotFound(request);

    private GraphReply Renew(GraphCall request)
    {
        if (Find(request) is not { } found)
        {
            return NotFound(request);
        }

        return GraphTimes.ReadQuery(request.Body?.Text("expirationDateTime")) is { } expires && expires > tenant.Now
            ? Store(request, found with { Expires = expires }, 200)
            : GraphReply.Error(400, "InvalidRequest", "A future expirationDateTime is required.");
    }

    private GraphReply Store(GraphCall request, Subscription subscription, int status)
    {
        subscriptions[subscription.Id] = subscription;
        return Describe(request, subscription, status);
    }

    private Subscription? Find(GraphCall request) =>
        subscriptions.GetValueOrDefault(request.Argument(0)) is { } found && found.Expires > tenant.Now ? found : null;

    private static GraphReply NotFound(GraphCall request) =>
        GraphReply.Error(404, "ResourceNotFound", $"The subscription {request.Argument(0)} was not found.");

    private static bool Concerns(Subscription subscription, CalendarEvent item, string change) =>
        subscription.ChangeType.Split(',').Contains(change, StringComparer.OrdinalIgnoreCase)
        && subscription.Resource.Split('/') is ["users", var mailbox, .., "events"]
        && item.IsOrganisedBy(Uri.UnescapeDataString(mailbox));

    private JsonObject Head(Subscription subscription, string resource) => new()
    {
        ["subscriptionId"] = subscription.Id,
        ["subscriptionExpirationDateTime"] = GraphTimes.FormatUtc(subscription.Expires),
        ["clientState"] = subscription.ClientState,
        ["tenantId"] = tenant.Identity.TenantId,
        ["resource"] = resource,
    };

    private JsonObject Notification(Subscription subscription, string change, string type, string id)
    {
        var json = Head(subscription, $"{subscription.Resource}/{id}");
        json["changeType"] = change;
        json["resourceData"] = new JsonObject { ["@odata.type"] = type, ["id"] = id };
        return json;
    }

    private GraphReply Describe(GraphCall request, Subscription subscription, int status) =>
        GraphReply.One(request, "subscriptions/$entity", Describe(subscription), status);

    private JsonObject Describe(Subscription subscription) => new()
    {
        ["id"] = subscription.Id,
        ["resource"] = subscription.Resource,
        ["applicationId"] = tenant.Identity.AppId,
        ["changeType"] = subscription.ChangeType,
        ["clientState"] = subscription.ClientState,
        ["notificationUrl"] = subscription.NotificationUrl.ToString(),
        ["notificationQueryOptions"] = null,
        ["lifecycleNotificationUrl"] = subscription.LifecycleUrl?.ToString(),
        ["expirationDateTime"] = GraphTimes.FormatUtc(subscription.Expires),
        ["creatorId"] = tenant.Identity.AppId,
        ["includeResourceData"] = null,
        ["latestSupportedTlsVersion"] = "v1_2",
        ["encryptionCertificate"] = null,
        ["encryptionCertificateId"] = null,
        ["notificationUrlAppId"] = null,
    };
}
