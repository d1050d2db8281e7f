using System.Collections.Immutable;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Somewhere the bot can be: a person's chat with it, a channel or a group chat.</summary>
internal abstract class Conversation(string conversationId)
{
    private readonly Lock gate = new();
    private ImmutableList<ChatMessage> messages = [];
    private volatile bool installed;
    private volatile bool blocked;

    public string ConversationId { get; } = conversationId;

    /// <summary>Whether the app is installed here.</summary>
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

    /// <summary>Everybody in it.</summary>
    public abstract ImmutableArray<Person> Members { get; }

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
