using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>The channels that the page shows: a team's standard channels before its private and shared ones.</summary>
internal static class PageChannels
{
    public static IEnumerable<SharedChat> Of(SandboxTenant tenant) => tenant.Spaces.All
        .Where(chat => chat is { Team: not null, Deleted: false })
        .OrderBy(chat => chat.Team!.Name, StringComparer.Ordinal).ThenBy(chat => chat.Kind)
        .ThenBy(chat => chat.Name, StringComparer.Ordinal);

    public static IReadOnlyList<ChannelView> View(SandboxTenant tenant) => [.. Of(tenant).Select(channel => View(tenant, channel))];

    private static ChannelView View(SandboxTenant tenant, SharedChat channel) => new(
        channel.ConversationId, channel.Name, channel.Team!.Name, $"{channel.Kind}", channel.Installed,
        tenant.Spaces.HasApp(channel.Team), [.. MembersOf(tenant, channel)],
        [.. channel.Messages.Where(message => !message.IsGone(tenant.Now)).Select(MessageView.Of)]);

    // Owners come first: they plan the rituals.
    private static IEnumerable<MemberView> MembersOf(SandboxTenant tenant, SharedChat channel)
    {
        var owners = tenant.Groups.Find(channel.Team!.GroupId)?.Owners ?? [];
        return channel.Members.Select(person => new MemberView(person.Id, person.Name, owners.Contains(person)))
            .OrderByDescending(member => member.Owns);
    }
}
