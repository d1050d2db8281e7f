using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>What a member of the team does in its channel.</summary>
internal static class ChannelEndpoints
{
    public static void MapChannel(this RouteGroupBuilder api, SandboxTenant tenant, SharedChatClient channels)
    {
        var actions = api.MapGroup("/channel/{id}");
        actions.MapPost("/install", (string id) => ActAsync(tenant, id, (channel, person) => channels.InstallAsync(channel, person)));
        actions.MapPost("/uninstall", (string id) => ActAsync(tenant, id, (channel, person) => channels.UninstallAsync(channel, person)));
        actions.MapPost("/say", (string id, SayRequest request) =>
            ActAsync(tenant, id, (channel, person) => SayAsync(channels, channel, person, request.Text)));
        actions.MapPost("/click", async (string id, ClickRequest request) => Find(tenant, id) is var (channel, person)
            ? Results.Ok(ClickView.Of(await channels.ClickAsync(channel, person, request.MessageId, request.Verb ?? "", request.Data)))
            : Results.NotFound());
    }

    // Teams turns a slash into a question that nobody else sees, and a name typed after an @ into a mention.
    private static async Task SayAsync(SharedChatClient channels, SharedChat channel, Person person, string text)
    {
        if (text.StartsWith('/') && await channels.AskPrivatelyAsync(channel, person, text[1..].Trim()) is not null)
        {
            return;
        }

        var mentioned = channel.Members.Where(member => text.Contains("@" + member.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var member in mentioned)
        {
            text = text.Replace("@" + member.Name, $"<at>{member.Name}</at>", StringComparison.OrdinalIgnoreCase);
        }

        await channels.SayAsync(channel, person, text, mentioned);
    }

    private static async Task<IResult> ActAsync(SandboxTenant tenant, string id, Func<SharedChat, Person, Task> act)
    {
        if (Find(tenant, id) is not var (channel, person))
        {
            return Results.NotFound();
        }

        await act(channel, person);
        return Results.NoContent();
    }

    private static (SharedChat Channel, Person Person)? Find(SandboxTenant tenant, string id) =>
        PageChannel.Of(tenant) is { } channel && channel.Members.FirstOrDefault(member => member.Id == id) is { } person
            ? (channel, person)
            : null;
}
