using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>What people do in a channel or a group chat the bot is in.</summary>
internal sealed class SharedChatClient(SandboxTenant tenant, ServiceChannel channel)
{
    /// <summary>Adds the app to a team, or to a group chat; Teams tells the bot twice.</summary>
    public async Task InstallAsync(SharedChat chat, Person by, CancellationToken cancellation = default)
    {
        SetInstalled(chat, true);
        await channel.SendAsync(chat, by, Activities.MembersAdded(), null, cancellation);
        await channel.SendAsync(chat, by, Activities.Installation("add"), null, cancellation);
    }

    /// <summary>Removes the app from the whole team, or from the group chat.</summary>
    public async Task UninstallAsync(SharedChat chat, Person by, CancellationToken cancellation = default)
    {
        SetInstalled(chat, false);
        await channel.SendAsync(chat, by, Activities.MembersRemoved(), null, cancellation);
        await channel.SendAsync(chat, by, Activities.Installation("remove"), null, cancellation);
    }

    /// <summary>Takes somebody out of the team.</summary>
    public async Task RemoveMemberAsync(SharedChat chat, Person member, Person by, CancellationToken cancellation = default)
    {
        if (chat.Team is { } team && tenant.Groups.Find(team.GroupId) is { } group)
        {
            tenant.Groups.Set(group with { Owners = group.Owners.Remove(member), Members = group.Members.Remove(member) });
        }

        await channel.SendAsync(chat, by, Activities.MemberRemoved(member), null, cancellation);
    }

    /// <summary>Deletes a channel.</summary>
    public async Task DeleteAsync(SharedChat chat, Person by, CancellationToken cancellation = default)
    {
        chat.Deleted = true;
        await channel.SendAsync(chat, by, Activities.TeamEvent("channelDeleted"), null, cancellation);
    }

    /// <summary>Types a message that mentions the bot; in a channel it begins a thread.</summary>
    public async Task<int> SayAsync(SharedChat chat, Person person, string text, IReadOnlyList<Person>? mentioned = null, CancellationToken cancellation = default)
    {
        var message = new ChatMessage { Id = tenant.Chats.NextId(), FromBot = false, From = person, SentAt = tenant.Now, Text = text };
        tenant.Chats.Add(chat, message);
        var activity = Activities.Mention(message.Id, channel.BotId, text, mentioned ?? []);
        return (await channel.SendAsync(chat, person, activity, ThreadOf(chat, message), cancellation)).Status;
    }

    /// <summary>Clicks a button. The card that comes back is for the clicker alone: the others go on seeing the message as it is.</summary>
    public async Task<InvokeAnswer> ClickAsync(
        SharedChat chat, Person person, string messageId, string verb, JsonObject? data = null, JsonObject? inputs = null, CancellationToken cancellation = default)
    {
        var merged = data?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in inputs ?? [])
        {
            merged[name] = value?.DeepClone();
        }

        var activity = Activities.CardAction(tenant.Chats.NextId(), messageId, verb, merged);
        var thread = chat.Find(messageId) is { } message ? ThreadOf(chat, message) : null;
        return InvokeAnswers.Read(await channel.SendAsync(chat, person, activity, thread, cancellation));
    }

    private static string? ThreadOf(SharedChat chat, ChatMessage message) => chat.Team is null ? null : message.ReplyToId ?? message.Id;

    private void SetInstalled(SharedChat chat, bool installed)
    {
        foreach (var other in tenant.Spaces.All.Where(other => other == chat || (chat.Team is not null && other.Team == chat.Team)))
        {
            other.Installed = installed;
        }

        tenant.Changes.Tell();
    }
}
