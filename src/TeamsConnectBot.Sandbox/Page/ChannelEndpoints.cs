using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>What a member of a channel does in it.</summary>
internal static class ChannelEndpoints
{
    public static void MapChannel(this RouteGroupBuilder api, SandboxTenant tenant, SharedChatClient channels)
    {
        var actions = api.MapGroup("/channels/{channelId}/{id}");
        actions.MapPost("/install", (string channelId, string id) =>
            ActAsync(tenant, channelId, id, (channel, person) => InstallAsync(channels, channel, person)));
        actions.MapPost("/uninstall", (string channelId, string id) =>
            ActAsync(tenant, channelId, id, (channel, person) => UninstallAsync(channels, channel, person)));
        actions.MapPost("/say", (string channelId, string id, SayRequest request) =>
            ActAsync(tenant, channelId, id, (channel, person) => SayAsync(channels, channel, person, request.Text)));
        actions.MapPost("/click", async (string channelId, string id, ClickRequest request) =>
            Find(tenant, channelId, id) is var (channel, person)
            ? Results.Ok(ClickView.Of(await channels.ClickAsync(channel, person, request.MessageId, request.Verb ?? "", request.Data)))
            : Results.NotFound());
    }

    // A private or shared channel gets and loses the app separately from its team.
    private static Task InstallAsync(SharedChatClient channels, SharedChat channel, Person person) =>
        channel.Kind == ChannelKind.Standard ? channels.InstallAsync(channel, person) : channels.AllowAsync(channel, person);

    private static Task UninstallAsync(SharedChatClient channels, SharedChat channel, Person person) =>
        channel.Kind == ChannelKind.Standard ? channels.UninstallAsync(channel, person) : channels.DisallowAsync(channel, person);

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

    private static async Task<IResult> ActAsync(
        SandboxTenant tenant, string channelId, string id, Func<SharedChat, Person, Task> act)
    {
        if (Find(tenant, channelId, id) is not var (channel, person))
        {
            return Results.NotFound();
        }

        await act(channel, person);
        return Results.NoContent();
    }

    private static (SharedChat Channel, Person Person)? Find(SandboxTenant tenant, string channelId, string id) =>
        PageChannels.Of(tenant).FirstOrDefault(channel => channel.ConversationId == channelId) is { } channel
        && channel.Members.FirstOrDefault(member => member.Id == id) is { } person
            ? (channel, person)
            : null;
}
