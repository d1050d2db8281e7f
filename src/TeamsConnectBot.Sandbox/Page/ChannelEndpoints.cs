using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>What a member of the team does in its channel.</summary>
internal static class ChannelEndpoints
{
    public static void MapChannel(this RouteGroupBuilder api, SandboxTenant tenant, SharedChatClient channels)
    {
        var members = api.MapGroup("/channel/{id}");
        members.MapPost("/install", (string id) => Act(tenant, id, (channel, person) => channels.InstallAsync(channel, person)));
        members.MapPost("/uninstall", (string id) => Act(tenant, id, (channel, person) => channels.UninstallAsync(channel, person)));
        members.MapPost("/say", (string id, SayRequest request) => Act(tenant, id, (channel, person) => SayAsync(channels, channel, person, request.Text)));
        members.MapPost("/click", async (string id, ClickRequest request) => Find(tenant, id) is var (channel, person)
            ? Results.Ok(await ClickAsync(channels, channel, person, request))
            : Results.NotFound());
    }

    // Teams puts a name typed after an @ into the text as a mention.
    private static Task<int> SayAsync(SharedChatClient channels, SharedChat channel, Person person, string text)
    {
        var mentioned = channel.Members.Where(member => text.Contains("@" + member.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var member in mentioned)
        {
            text = text.Replace("@" + member.Name, $"<at>{member.Name}</at>", StringComparison.OrdinalIgnoreCase);
        }

        return channels.SayAsync(channel, person, text, mentioned);
    }

    private static async Task<ClickView> ClickAsync(SharedChatClient channels, SharedChat channel, Person person, ClickRequest request)
    {
        var answer = await channels.ClickAsync(channel, person, request.MessageId, request.Verb ?? "", request.Data);
        return answer switch
        {
            { Ok: false } => new ClickView("error", null, null),
            { CardJson: { } card } => new ClickView("card", null, JsonNode.Parse(card)),
            _ => new ClickView("message", answer.Message, null),
        };
    }

    private static async Task<IResult> Act(SandboxTenant tenant, string id, Func<SharedChat, Person, Task> act)
    {
        if (Find(tenant, id) is not var (channel, person))
        {
            return Results.NotFound();
        }

        await act(channel, person);
        return Results.NoContent();
    }

    private static (SharedChat Channel, Person Person)? Find(SandboxTenant tenant, string id) =>
        PageChannel.Of(tenant) is { } channel && channel.Members.FirstOrDefault(member => member.Id == id) is { } person ? (channel, person) : null;

    private sealed record SayRequest(string Text);

    private sealed record ClickRequest(string MessageId, string? Verb, JsonObject? Data);

    /// <summary><c>card</c>, <c>message</c> or <c>error</c>; a card that comes back is for whoever clicked alone.</summary>
    private sealed record ClickView(string Outcome, string? Text, JsonNode? Card);
}
