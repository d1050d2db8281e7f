using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Teams;

namespace TeamsConnectBot.Benchmarks.Clicks;

/// <summary>Sends clicks as Teams does. Activities and tokens are made beforehand, so that making them takes nobody's time.</summary>
internal sealed class ClickSender : IDisposable
{
    // As from several machines of the channel, each of which uses its token for an hour.
    private const int Tokens = 32;

    private static readonly byte[] CardAnswer = Encoding.UTF8.GetBytes("\"application/vnd.microsoft.card.adaptive\"");

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(15) };
    private readonly SandboxServer tenant;
    private readonly AuthenticationHeaderValue[] tokens;
    private byte[][] bodies = [];

    public ClickSender(SandboxServer tenant)
    {
        this.tenant = tenant;
        tokens = [.. Enumerable.Range(0, Tokens).Select(_ => new AuthenticationHeaderValue(
            "Bearer", tenant.ChannelTokens.Create(tenant.ServiceUrl.ToString())))];
    }

    /// <summary>Makes a click of each person, with two of three moments ticked.</summary>
    public void Prepare(IEnumerable<Invited> people) => bodies = [.. people.Select(invited =>
    {
        var activity = Activities.CardAction(
            tenant.Tenant.Chats.NextId(), invited.MessageId, Verbs.InvitationYes,
            new JsonObject { ["id"] = invited.Id.ToString(), ["nonce"] = invited.Nonce }, new JsonObject { [Inputs.Gaps] = "0,2" });
        tenant.Channel.Address(tenant.Tenant.Chats.Of(invited.Person), activity);
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    })];

    /// <returns>Whether the answer is a card.</returns>
    public async Task<bool> SendAsync(Uri service, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service, "/api/messages"));
        request.Content = new ByteArrayContent(bodies[number]) { Headers = { ContentType = new("application/json", "utf-8") } };
        request.Headers.Authorization = tokens[number % tokens.Length];
        try
        {
            using var response = await http.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();
            return response.IsSuccessStatusCode && body.AsSpan().IndexOf(CardAnswer) >= 0;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();
}
