using System.Net.Http.Headers;
using System.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>Sends activities from Teams to the service, signed, to its messaging endpoint.</summary>
internal sealed class ServiceChannel(TenantIdentity identity, ChannelTokens tokens, TimeProvider clock) : IDisposable
{
    /// <summary>A placeholder for the bot's id, replaced when the activity is addressed.</summary>
    public const string BotPlaceholder = "{bot}";

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>The service's base address; null until the service runs.</summary>
    public Uri? Service { get; set; }

    /// <summary>The connector's base address, as given in activities.</summary>
    public string ServiceUrl { get; internal set; } = "";

    public string BotId => $"28:{identity.AppId}";

    /// <summary>
    /// Called to get the service's new address when the service could not be reached, for example because it was killed; the activity
    /// is then sent again. Returns null when there is none.
    /// </summary>
    public Func<CancellationToken, Task<Uri?>> FindServiceAsync { get; set; } = _ => Task.FromResult<Uri?>(null);

    public async Task<ServiceAnswer> SendAsync(Chat chat, JsonObject activity, CancellationToken cancellation)
    {
        Address(chat, activity);
        var answer = await PostAsync(activity.ToJsonString(), tokens.Create(ServiceUrl), cancellation);
        while (answer.Status == 0 && await FindServiceAsync(cancellation) is { } service)
        {
            Service = service;
            answer = await PostAsync(activity.ToJsonString(), tokens.Create(ServiceUrl), cancellation);
        }

        return answer;
    }

    /// <summary>Sends what somebody did in a channel or group chat.</summary>
    /// <param name="threadId">The first message of the thread; null outside channels.</param>
    public async Task<ServiceAnswer> SendAsync(
        SharedChat chat, Person from, JsonObject activity, string? threadId, CancellationToken cancellation)
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
            data["team"] = new JsonObject { ["id"] = team.ThreadId };
            if (!IsFromPerson(activity))
            {
                (data["team"]!["name"], data["team"]!["aadGroupId"]) = (team.Name, team.GroupId.ToString());
            }

            data["channel"] = new JsonObject { ["id"] = chat.ConversationId, ["type"] = chat.Kind.ToString().ToLowerInvariant() };
            if (activity.Remove("eventType", out var eventType))
            {
                data["eventType"] = eventType;
            }
        }

        return await PostAsync(activity.ToJsonString(), tokens.Create(ServiceUrl), cancellation);
    }

    /// <summary>Posts any body with any token, even a forged one.</summary>
    public async Task<ServiceAnswer> PostAsync(string body, string? token, CancellationToken cancellation)
    {
        var service = Service ?? throw new InvalidOperationException("No service is connected to the sandbox yet.");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service, "/api/messages"));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
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

    /// <summary>Adds what every activity from a personal chat in Teams has.</summary>
    public void Address(Chat chat, JsonObject activity)
    {
        Address(chat.Person, activity);
        activity["conversation"] = new JsonObject
        {
            ["id"] = chat.ConversationId, ["conversationType"] = "personal", ["tenantId"] = identity.TenantId.ToString(),
        };
    }

    private void Address(Person person, JsonObject activity)
    {
        var now = clock.GetUtcNow();
        activity["id"] ??= "f:" + Guid.CreateVersion7(now);
        activity["timestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", System.Globalization.CultureInfo.InvariantCulture);
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = ServiceUrl;
        activity["from"] = new JsonObject { ["id"] = person.TeamsId, ["aadObjectId"] = person.ObjectId.ToString() };
        activity["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "Koffie" };
        if (activity.Remove("isTargeted"))
        {
            activity["recipient"]!["isTargeted"] = true;
        }

        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = identity.TenantId.ToString() } };
        Describe(person, activity);
        foreach (var list in new[] { "membersAdded", "membersRemoved" })
        {
            foreach (var member in (activity[list]?.AsArray() ?? []).Where(member => (string?)member?["id"] == BotPlaceholder))
            {
                member!["id"] = BotId;
            }
        }
    }

    // What people write and click says who and where they are. An installation gives a language only, and an event about members neither.
    private static void Describe(Person person, JsonObject activity)
    {
        if ((string?)activity["type"] == "conversationUpdate")
        {
            return;
        }

        var client = new JsonObject { ["type"] = "clientInfo", ["locale"] = person.Language, ["platform"] = "Web" };
        activity["locale"] = person.Language;
        if (IsFromPerson(activity))
        {
            (activity["localTimezone"], client["timezone"]) = (person.Zone, person.Zone);
            activity["from"]!["name"] = person.Name;
        }

        activity["entities"] ??= new JsonArray();
        activity["entities"]!.AsArray().Insert(0, client);
    }

    private static bool IsFromPerson(JsonObject activity) => (string?)activity["type"] is "message" or "invoke";

    public void Dispose() => http.Dispose();
}
