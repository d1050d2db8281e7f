using System.Collections.Immutable;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The 1:1 chat between a person and the bot.</summary>
internal sealed class Chat(Person person)
{
    private readonly Lock gate = new();
    private ImmutableList<ChatMessage> messages = [];
    private volatile bool installed;
    private volatile bool blocked;

    public Person Person { get; } = person;

    public string ConversationId { get; } = TeamsIds.OfConversation(person.ObjectId);

    /// <summary>Whether the app is installed for this person.</summary>
    public bool Installed
    {
        get => installed;
        internal set => installed = value;
    }

    /// <summary>Whether the person blocked the bot.</summary>
    public bool Blocked
    {
        get => blocked;
        internal set => blocked = value;
    }

    /// <summary>All messages, oldest first; a snapshot.</summary>
    public ImmutableList<ChatMessage> Messages => Volatile.Read(ref messages);

    public ChatMessage? Find(string id) => Messages.Find(message => message.Id == id);

    internal void Add(ChatMessage message)
    {
        lock (gate)
        {
            messages = messages.Add(message);
        }
    }

    /// <summary>Changes a message in place; false when it isn't here or was deleted.</summary>
    internal bool Change(string id, Func<ChatMessage, ChatMessage> change)
    {
        lock (gate)
        {
            var index = messages.FindIndex(message => message.Id == id);
            if (index < 0 || messages[index].Deleted)
            {
                return false;
            }

            messages = messages.SetItem(index, change(messages[index]));
            return true;
        }
    }
}
