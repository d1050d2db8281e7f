using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Passes every new message from the bot to a <see cref="Witness"/> each time the service becomes idle.</summary>
internal sealed class Observer(SandboxTenant tenant)
{
    private readonly Dictionary<Guid, int> seen = [];

    public Witness Witness { get; } = new(tenant, ServiceSettings.HostOf(tenant).Name);

    public void Observe()
    {
        foreach (var chat in tenant.Chats.All)
        {
            var messages = chat.Messages;
            foreach (var message in messages.Skip(seen.GetValueOrDefault(chat.Person.ObjectId)).Where(message => message.FromBot))
            {
                Witness.Saw(chat.Person, message);
            }

            seen[chat.Person.ObjectId] = messages.Count;
        }
    }
}
