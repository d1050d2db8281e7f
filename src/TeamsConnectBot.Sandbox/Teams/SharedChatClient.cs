using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>What people do in a channel or group chat that the bot is in.</summary>
internal sealed class SharedChatClient(SandboxTenant tenant, ServiceChannel channel, SandboxOptions options)
{
    private static readonly Version ChannelFeatures = new(1, 25);
    private static readonly Version SlashCommands = new(1, 29);

    /// <summary>Adds the app to the team and its standard channels, or to the group chat. Teams tells the bot twice.</summary>
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

    /// <summary>Adds the app to one private or shared channel; the team must have it.</summary>
    /// <returns>Whether Teams offers that, which it does only for an app whose manifest says it can.</returns>
    public async Task<bool> AllowAsync(SharedChat chat, Person by, CancellationToken cancellation = default)
    {
        if (chat.Kind == ChannelKind.Standard || !tenant.Spaces.HasApp(chat.Team) || options.ManifestVersion < ChannelFeatures)
        {
            return false;
        }

        chat.Installed = true;
        tenant.Changes.Tell();
        await channel.SendAsync(chat, by, Activities.BotOfChannel(isAllowed: true), null, cancellation);
        return true;
    }

    /// <summary>Removes the app from one private or shared channel.</summary>
    public async Task DisallowAsync(SharedChat chat, Person by, CancellationToken cancellation = default)
    {
        chat.Installed = false;
        tenant.Changes.Tell();
        await channel.SendAsync(chat, by, Activities.BotOfChannel(isAllowed: false), null, cancellation);
    }

    /// <summary>Tells the bot that somebody left a private or shared channel in one way; they may be in it in another.</summary>
    public Task LeaveChannelAsync(SharedChat chat, Person member, Person by, CancellationToken cancellation = default) =>
        channel.SendAsync(chat, by, Activities.MemberRemoved(member, "channelMemberRemoved"), null, cancellation);

    /// <summary>Removes somebody from the team.</summary>
    public async Task RemoveMemberAsync(SharedChat chat, Person member, Person by, CancellationToken cancellation = default)
    {
        if (chat.Team is { } team && tenant.Groups.Find(team.GroupId) is { } group)
        {
            tenant.Groups.Set(group with { Owners = group.Owners.Remove(member), Members = group.Members.Remove(member) });
        }

        await channel.SendAsync(chat, by, Activities.MemberRemoved(member), null, cancellation);
    }

    /// <summary>Deletes a channel.</summary>
    public Task DeleteAsync(SharedChat chat, Person by, CancellationToken cancellation = default)
    {
        chat.Deleted = true;
        return channel.SendAsync(chat, by, Activities.TeamEvent("channelDeleted"), null, cancellation);
    }

    /// <summary>Restores a deleted channel.</summary>
    public Task RestoreAsync(SharedChat chat, Person by, CancellationToken cancellation = default)
    {
        chat.Deleted = false;
        return channel.SendAsync(chat, by, Activities.TeamEvent("channelRestored"), null, cancellation);
    }

    /// <summary>Types a message that mentions the bot. In a channel it starts a thread.</summary>
    public async Task<int> SayAsync(
        SharedChat chat, Person person, string text, IReadOnlyList<Person>? mentioned = null, CancellationToken cancellation = default)
    {
        var message = new ChatMessage { Id = tenant.Chats.NextId(), FromBot = false, From = person, SentAt = tenant.Now, Text = text };
        tenant.Chats.Add(chat, message);
        var activity = Activities.Mention(message.Id, channel.BotId, text, mentioned ?? []);
        return (await channel.SendAsync(chat, person, activity, ThreadOf(chat, message), cancellation)).Status;
    }

    /// <summary>Asks the bot something with a slash command, so that nobody else sees it. In a channel it starts a thread.</summary>
    /// <returns>The status; null when Teams does not offer that, which it does only for an app whose manifest says it can.</returns>
    public async Task<int?> AskPrivatelyAsync(SharedChat chat, Person person, string text, CancellationToken cancellation = default)
    {
        if (options.RefusesTargetedMessages || options.ManifestVersion < SlashCommands || !chat.Members.Contains(person))
        {
            return null;
        }

        var message = new ChatMessage
        {
            Id = tenant.Chats.NextId(), FromBot = false, From = person, OnlyFor = person, SentAt = tenant.Now, Text = text,
        };
        tenant.Chats.Add(chat, message);
        var activity = Activities.Message(message.Id, text);
        activity["isTargeted"] = true;
        return (await channel.SendAsync(chat, person, activity, ThreadOf(chat, message), cancellation)).Status;
    }

    /// <summary>Clicks a button. Only the person who clicked sees the card in the answer; for others the message stays as it is.</summary>
    public async Task<InvokeAnswer> ClickAsync(
        SharedChat chat, Person person, string messageId, string verb, JsonObject? data = null, JsonObject? inputs = null,
        CancellationToken cancellation = default)
    {
        var activity = Activities.CardAction(tenant.Chats.NextId(), messageId, verb, data, inputs);
        var thread = chat.Find(messageId) is { } message ? ThreadOf(chat, message) : null;
        return InvokeAnswer.Read(await channel.SendAsync(chat, person, activity, thread, cancellation));
    }

    private static string? ThreadOf(SharedChat chat, ChatMessage message) => chat.Team is null ? null : message.ReplyToId ?? message.Id;

    private void SetInstalled(SharedChat chat, bool installed)
    {
        // A private or shared channel gets the app separately, and loses it with the team.
        foreach (var other in tenant.Spaces.All.Where(other => other == chat
            || (chat.Team is not null && other.Team == chat.Team && !(installed && other.Kind != ChannelKind.Standard))))
        {
            other.Installed = installed;
        }

        tenant.Changes.Tell();
    }
}
