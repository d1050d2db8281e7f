using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>The way from Teams to the service: signed activities, POSTed to its messaging endpoint.</summary>
internal sealed class ServiceChannel(TenantIdentity identity, ChannelTokens tokens, TimeProvider clock) : IDisposable
{
    /// <summary>Stands for the bot's own id until the activity is addressed.</summary>
    public const string BotPlaceholder = "{bot}";

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>The service's base address; null until it is connected.</summary>
    public Uri? Service { get; private set; }

    /// <summary>Where the service takes messages; null until it is connected.</summary>
    public Uri? Endpoint => Service is null ? null : new Uri(Service, "/api/messages");

    /// <summary>The connector's base address, as activities name it.</summary>
    public string ServiceUrl { get; internal set; } = "";

    public string BotId => $"28:{identity.AppId}";

    /// <summary>Names the service's base address; its messaging endpoint is <c>/api/messages</c> below it.</summary>
    public void Connect(Uri service) => Service = service;

    public async Task<ServiceAnswer> SendAsync(Chat chat, JsonObject activity, CancellationToken cancellation)
    {
        Address(chat, activity);
        var answer = await PostAsync(activity.ToJsonString(), tokens.Create(ServiceUrl), cancellation);
        while (answer.Status == 0 && await WhereNow(cancellation) is { } service)
        {
            Connect(service);
            answer = await PostAsync(activity.ToJsonString(), tokens.Create(ServiceUrl), cancellation);
        }

        return answer;
    }

    /// <summary>
    /// Asked for the service's address again when nobody answered there, as when it died; the same activity is then sent once
    /// more. By default nobody knows another.
    /// </summary>
    public Func<CancellationToken, Task<Uri?>> WhereNow { get; set; } = _ => Task.FromResult<Uri?>(null);

    /// <summary>Sends what somebody did in a channel or group chat.</summary>
    /// <param name="threadId">The message the thread began with; null outside channels.</param>
    public async Task<ServiceAnswer> SendAsync(SharedChat chat, Person from, JsonObject activity, string? threadId, CancellationToken cancellation)
    {
        Address(from, activity);
        activity["conversation"] = new JsonObject
        {
            ["id"] = threadId is null ? chat.ConversationId : $"{chat.ConversationId};messageid={threadId}",
            ["conversationType"] = chat.Team is null ? "groupChat" : "channel",
            ["isGroup"] = true,
            ["tenantId"] = identity.TenantId.ToString(),
        };
        if (chat.Team is { } team)
        {
            var data = activity["channelData"]!.AsObject();
            data["team"] = new JsonObject { ["id"] = team.ThreadId, ["name"] = team.Name, ["aadGroupId"] = team.GroupId.ToString() };
            data["channel"] = new JsonObject { ["id"] = chat.ConversationId };
            if (activity["eventType"] is { } happened)
            {
                data["eventType"] = happened.DeepClone();
                activity.Remove("eventType");
            }
        }

        return await PostAsync(activity.ToJsonString(), tokens.Create(ServiceUrl), cancellation);
    }

    /// <summary>Posts any body with any token, for what a forger would try.</summary>
    public async Task<ServiceAnswer> PostAsync(string body, string? token, CancellationToken cancellation)
    {
        var endpoint = Endpoint ?? throw new InvalidOperationException("No service is connected to the sandbox yet.");
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        request.Headers.Add("x-ms-tenant-id", identity.TenantId.ToString());
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return new ServiceAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return new ServiceAnswer(0, failure.Message);
        }
    }

    /// <summary>Fills in what every activity from a personal chat in Teams has.</summary>
    public void Address(Chat chat, JsonObject activity)
    {
        Address(chat.Person, activity);
        activity["conversation"] = new JsonObject { ["id"] = chat.ConversationId, ["conversationType"] = "personal", ["tenantId"] = identity.TenantId.ToString() };
    }

    private void Address(Person person, JsonObject activity)
    {
        var now = clock.GetUtcNow();
        activity["id"] ??= "f:" + Guid.CreateVersion7(now);
        activity["timestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", System.Globalization.CultureInfo.InvariantCulture);
        activity["localTimezone"] = person.Zone;
        activity["locale"] = person.Language;
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = ServiceUrl;
        activity["from"] = new JsonObject { ["id"] = person.TeamsId, ["name"] = person.Name, ["aadObjectId"] = person.ObjectId.ToString() };
        activity["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "Koffie" };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = identity.TenantId.ToString() } };
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "clientInfo",
            ["locale"] = person.Language,
            ["platform"] = "Web",
            ["timezone"] = person.Zone,
        });
        foreach (var mention in activity["mentions"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            activity["entities"]!.AsArray().Add(mention.DeepClone());
        }

        activity.Remove("mentions");
        foreach (var list in new[] { "membersAdded", "membersRemoved" })
        {
            foreach (var member in activity[list]?.AsArray().OfType<JsonObject>() ?? [])
            {
                member["id"] = (string?)member["id"] == BotPlaceholder ? BotId : (string?)member["id"];
            }
        }
    }

    public void Dispose() => http.Dispose();
}
