using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>
/// What people do in their chat with the bot. Every action sends an activity to the service over HTTP, and completes with the
/// service's answer.
/// </summary>
internal sealed class TeamsClient(SandboxTenant tenant, ServiceChannel channel, Func<Uri> root)
{
    /// <summary>Installs the app for a person. Teams tells the bot twice: as a new member and as an installation.</summary>
    public async Task InstallAsync(Person person, CancellationToken cancellation = default)
    {
        var chat = tenant.Chats.Of(person);
        (chat.Installed, chat.Blocked) = (true, false);
        tenant.Changes.Tell();
        await channel.SendAsync(chat, Activities.MembersAdded(person), cancellation);
        await channel.SendAsync(chat, Activities.Installation("add"), cancellation);
    }

    /// <summary>Removes the app for a person.</summary>
    public async Task UninstallAsync(Person person, CancellationToken cancellation = default)
    {
        var chat = tenant.Chats.Of(person);
        (chat.Installed, chat.Joined, chat.AllowsReport) = (false, false, false);
        tenant.Changes.Tell();
        await channel.SendAsync(chat, Activities.Installation("remove"), cancellation);
    }

    /// <summary>Blocks the bot. Teams doesn't tell the bot, which finds out when its next message is refused.</summary>
    public Task BlockAsync(Person person) => SetBlocked(person, true);

    public Task UnblockAsync(Person person) => SetBlocked(person, false);

    /// <summary>Types a message to the bot.</summary>
    public async Task<int> SayAsync(Person person, string text, CancellationToken cancellation = default)
    {
        var chat = tenant.Chats.Of(person);
        var message = new ChatMessage { Id = tenant.Chats.NextId(), FromBot = false, SentAt = tenant.Now, Text = text };
        tenant.Chats.Add(chat, message);
        return (await channel.SendAsync(chat, Activities.Message(message.Id, text), cancellation)).Status;
    }

    /// <summary>Types a message in the own chat that mentions somebody.</summary>
    public async Task<int> SayAsync(Person person, string text, Person mentioned, CancellationToken cancellation = default)
    {
        var chat = tenant.Chats.Of(person);
        var message = new ChatMessage { Id = tenant.Chats.NextId(), FromBot = false, SentAt = tenant.Now, Text = text };
        tenant.Chats.Add(chat, message);
        return (await channel.SendAsync(chat, Activities.Mention(message.Id, channel.BotId, text, [mentioned]), cancellation)).Status;
    }

    /// <summary>Clicks an Action.Execute. A card in the answer replaces the clicked card.</summary>
    public async Task<InvokeAnswer> ClickAsync(
        Person person, string messageId, string verb, JsonObject? data = null, JsonObject? inputs = null,
        CancellationToken cancellation = default)
    {
        var chat = tenant.Chats.Of(person);
        var activity = Activities.CardAction(tenant.Chats.NextId(), messageId, verb, data, inputs);
        var answer = InvokeAnswer.Read(await channel.SendAsync(chat, activity, cancellation));
        if (answer.Ok)
        {
            chat.Joined |= verb == "join";
            chat.AllowsReport = (inputs?["allowSources"] ?? data?["allowSources"]) is { } ticked
                ? (string?)ticked == "true"
                : chat.AllowsReport;
        }

        if (answer is { Ok: true, CardJson: { } card })
        {
            tenant.Chats.Change(chat, messageId, message => message with { CardJson = card });
        }

        return answer;
    }

    /// <summary>Clicks an Action.Submit.</summary>
    public async Task<int> SubmitAsync(Person person, string messageId, JsonObject? data)
    {
        var activity = Activities.Submit(tenant.Chats.NextId(), messageId, data);
        return (await channel.SendAsync(tenant.Chats.Of(person), activity, default)).Status;
    }

    /// <summary>
    /// Allows the bot to put a file into the person's OneDrive. Every click opens an upload session of its own, also on an old card.
    /// </summary>
    /// <param name="person">Who clicks.</param>
    /// <param name="request">The message that asked, as the person's client still shows it.</param>
    /// <param name="uploadUrl">Another address than Teams would send, as a forged client could.</param>
    /// <param name="cancellation">Token to cancel the operation.</param>
    public async Task<int> AllowFileAsync(
        Person person, ChatMessage request, string? uploadUrl = null, CancellationToken cancellation = default)
    {
        var asked = request.Asks ?? throw new InvalidOperationException("The message asks for no file.");
        var (ticket, file) = tenant.Drives.Open(person, asked.Name);
        var upload = new JsonObject
        {
            ["contentUrl"] = new Uri(root(), $"{DriveEndpoints.Path}/{person.Id}/Documents/{Uri.EscapeDataString(file.Name)}").ToString(),
            ["name"] = file.Name,
            ["uploadUrl"] = uploadUrl ?? new Uri(root(), $"{DriveEndpoints.Path}/upload/{ticket}").ToString(),
            ["uniqueId"] = file.Id.ToString(),
            ["fileType"] = Path.GetExtension(file.Name).TrimStart('.'),
        };
        var activity = Activities.FileConsent(tenant.Chats.NextId(), request.Id, asked.Accept, upload);
        return (await channel.SendAsync(tenant.Chats.Of(person), activity, cancellation)).Status;
    }

    /// <summary>Does not allow it.</summary>
    public async Task<int> DeclineFileAsync(Person person, ChatMessage request, CancellationToken cancellation = default)
    {
        var activity = Activities.FileConsent(tenant.Chats.NextId(), request.Id, request.Asks?.Decline, null);
        return (await channel.SendAsync(tenant.Chats.Of(person), activity, cancellation)).Status;
    }

    private Task SetBlocked(Person person, bool blocked)
    {
        tenant.Chats.Of(person).Blocked = blocked;
        tenant.Changes.Tell();
        return Task.CompletedTask;
    }
}
