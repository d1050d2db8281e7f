using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Entra;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Benchmarks.Delivery;

/// <summary>
/// What the service is compared with: two people at a time, for each the conversation and then the message, nothing kept
/// and nothing tried again.
/// </summary>
internal static class PlainSender
{
    private const int AtOnce = 2;

    public static async Task<(double PerSecond, int Failed)> MeasureAsync(SandboxServer tenant, IReadOnlyList<Person> people, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = tenant.ServiceUrl };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tenant.EntraTokens.Create(EntraTokens.Connector, []));
        var failed = 0;
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (person, token) =>
        {
            var created = await http.PostAsJsonAsync("v3/conversations", new { isGroup = false, members = new[] { new { id = person.TeamsId } }, tenantId = tenant.TenantId.ToString() }, token);
            var conversation = tenant.Tenant.Chats.Of(person).ConversationId;
            var sent = await http.PostAsJsonAsync($"v3/conversations/{Uri.EscapeDataString(conversation)}/activities", new { type = "message", text = "Hello" }, token);
            if (!created.IsSuccessStatusCode || !sent.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref failed);
            }
        });
        return (Math.Round(people.Count / watch.Elapsed.TotalSeconds, 1), failed);
    }
}
