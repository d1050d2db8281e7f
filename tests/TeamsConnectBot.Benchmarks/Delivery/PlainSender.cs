using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Benchmarks.Delivery;

/// <summary>
/// The baseline the service is compared with: for two people at a time, it creates the conversation and then sends the message, storing
/// nothing and retrying nothing.
/// </summary>
internal static class PlainSender
{
    private const int Concurrency = 2;

    public static async Task<(double PerSecond, int Failed)> MeasureAsync(
        SandboxServer tenant, IReadOnlyList<Person> people, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = tenant.ServiceUrl };
        var bearer = tenant.EntraTokens.Create(tenant.EntraTokens.Cloud.Connector, []);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        var failed = 0;
        var watch = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellation };
        await Parallel.ForEachAsync(people, options, async (person, token) =>
        {
            var chat = new { isGroup = false, members = new[] { new { id = person.TeamsId } }, tenantId = tenant.TenantId.ToString() };
            var created = await http.PostAsJsonAsync("v3/conversations", chat, token);
            var activities = $"v3/conversations/{Uri.EscapeDataString(tenant.Tenant.Chats.Of(person).ConversationId)}/activities";
            var sent = await http.PostAsJsonAsync(activities, new { type = "message", text = "Hello" }, token);
            if (!created.IsSuccessStatusCode || !sent.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref failed);
            }
        });
        return (Math.Round(people.Count / watch.Elapsed.TotalSeconds, 1), failed);
    }
}
