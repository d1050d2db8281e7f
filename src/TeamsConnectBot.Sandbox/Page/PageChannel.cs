using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>The one channel the page shows: the first of the tenant's teams.</summary>
internal static class PageChannel
{
    public static SharedChat? Of(SandboxTenant tenant) => tenant.Spaces.All.FirstOrDefault(chat => chat is { Team: not null, Deleted: false });

    public static ChannelView? View(SandboxTenant tenant) => Of(tenant) is { Team: { } team } channel
        ? new ChannelView(channel.Name, team.Name, channel.Installed, [.. MembersOf(tenant, channel)], [.. channel.Messages.Select(MessageView.Of)])
        : null;

    // Whoever owns the team comes first: most begins with them.
    private static IEnumerable<MemberView> MembersOf(SandboxTenant tenant, SharedChat channel)
    {
        var owners = tenant.Groups.Find(channel.Team!.GroupId)?.Owners ?? [];
        return channel.Members.Select(person => new MemberView(person.Id, person.Name, owners.Contains(person))).OrderByDescending(member => member.Owns);
    }
}
