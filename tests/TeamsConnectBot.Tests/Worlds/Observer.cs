using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Passes every new message from the bot to a <see cref="Witness"/> each time the service becomes idle.</summary>
/// <param name="tenant">The tenant whose people receive the messages.</param>
/// <param name="rows">The service's database, which knows the messages of the outbox.</param>
internal sealed class Observer(SandboxTenant tenant, Func<StoredRows> rows)
{
    private readonly Dictionary<Guid, int> seen = [];

    public Witness Witness { get; } = new(tenant, ServiceSettings.HostOf(tenant).Name);

    public void Observe()
    {
        foreach (var chat in tenant.Chats.All)
        {
            var messages = chat.Messages;
            for (var index = seen.GetValueOrDefault(chat.Person.ObjectId); index < messages.Count; index++)
            {
                if (messages[index].FromBot && index > 0 && !messages[index - 1].FromBot && !IsOfOutbox(messages[index]))
                {
                    Witness.SawAnswer(chat.Person, messages[index]);
                }
                else if (messages[index].FromBot)
                {
                    Witness.Saw(chat.Person, messages[index]);
                }
            }

            seen[chat.Person.ObjectId] = messages.Count;
        }
    }

    // What the service sends by itself answers nobody, also when it happens to come just after somebody typed something.
    private bool IsOfOutbox(ChatMessage message) =>
        rows().Count($"""SELECT COUNT(*) FROM "Messages" WHERE "ActivityId" = '{message.Id}'""") > 0;
}
