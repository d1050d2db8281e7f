using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>
/// What people see and do in Teams. Every action is an activity the service gets over HTTP; the task ends with the
/// service's answer.
/// </summary>
internal sealed class TeamsClient(SandboxTenant tenant, ServiceChannel channel)
{
    /// <summary>The chat between a person and the bot.</summary>
    public Chat ChatOf(Person person) => tenant.Chats.Of(person);

    /// <summary>Installs the app for a person; Teams tells the bot twice, as a member and as an installation.</summary>
    public async Task InstallAsync(Person person, CancellationToken cancellation = default)
    {
        var chat = ChatOf(person);
        chat.Installed = true;
        chat.Blocked = false;
        tenant.Changes.Tell();
        await channel.SendAsync(chat, Activities.MembersAdded(), cancellation);
        await channel.SendAsync(chat, Activities.Installation("add"), cancellation);
    }

    /// <summary>Removes the app for a person.</summary>
    public async Task UninstallAsync(Person person, CancellationToken cancellation = default)
    {
        var chat = ChatOf(person);
        chat.Installed = false;
        tenant.Changes.Tell();
        await channel.SendAsync(chat, Activities.Installation("remove"), cancellation);
    }

    /// <summary>Blocks the bot. Teams tells the bot nothing; it learns it from its next message's refusal.</summary>
    public Task BlockAsync(Person person)
    {
        ChatOf(person).Blocked = true;
        tenant.Changes.Tell();
        return Task.CompletedTask;
    }

    public Task UnblockAsync(Person person)
    {
        ChatOf(person).Blocked = false;
        tenant.Changes.Tell();
        return Task.CompletedTask;
    }

    /// <summary>Types a message to the bot.</summary>
    public async Task<int> SayAsync(Person person, string text, CancellationToken cancellation = default)
    {
        var chat = ChatOf(person);
        var message = new ChatMessage { Id = tenant.Chats.NextId(), FromBot = false, SentAt = tenant.Now, Text = text };
        tenant.Chats.Add(chat, message);
        var answer = await channel.SendAsync(chat, Activities.Message(message.Id, text), cancellation);
        return answer.Status;
    }

    /// <summary>
    /// Clicks an Action.Execute: an <c>adaptiveCard/action</c> invoke with the action's data and the inputs merged. The
    /// card that comes back replaces the clicked one.
    /// </summary>
    public async Task<InvokeAnswer> ClickAsync(Person person, string messageId, string verb, JsonObject? data = null, JsonObject? inputs = null, CancellationToken cancellation = default)
    {
        var chat = ChatOf(person);
        var answer = InvokeAnswers.Read(await channel.SendAsync(chat, Activities.CardAction(tenant.Chats.NextId(), messageId, verb, Merge(data, inputs)), cancellation));
        if (answer is { Ok: true, CardJson: { } card })
        {
            tenant.Chats.Change(chat, messageId, message => message with { CardJson = card });
        }

        return answer;
    }

    /// <summary>Clicks an Action.Submit: a message without text that carries the data and points at the card.</summary>
    public async Task<int> SubmitAsync(Person person, string messageId, JsonObject data, JsonObject? inputs = null, CancellationToken cancellation = default)
    {
        var activity = Activities.Submit(tenant.Chats.NextId(), messageId, Merge(data, inputs));
        return (await channel.SendAsync(ChatOf(person), activity, cancellation)).Status;
    }

    private static JsonObject Merge(JsonObject? data, JsonObject? inputs)
    {
        var merged = data?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in inputs ?? [])
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
