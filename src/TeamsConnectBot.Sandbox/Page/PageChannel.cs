using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>The only channel that the page shows: that of the tenant's first team.</summary>
internal static class PageChannel
{
    public static SharedChat? Of(SandboxTenant tenant) =>
        tenant.Spaces.All.FirstOrDefault(chat => chat is { Team: not null, Deleted: false });

    public static ChannelView? View(SandboxTenant tenant) => Of(tenant) is { Team: { } team } channel
        ? new ChannelView(
            channel.Name, team.Name, channel.Installed, [.. MembersOf(tenant, channel)],
            [.. channel.Messages.Where(message => !message.IsGone(tenant.Now)).Select(MessageView.Of)])
        : null;

    // Owners come first: they plan the rituals.
    private static IEnumerable<MemberView> MembersOf(SandboxTenant tenant, SharedChat channel)
    {
        var owners = tenant.Groups.Find(channel.Team!.GroupId)?.Owners ?? [];
        return channel.Members.Select(person => new MemberView(person.Id, person.Name, owners.Contains(person)))
            .OrderByDescending(member => member.Owns);
    }
}
