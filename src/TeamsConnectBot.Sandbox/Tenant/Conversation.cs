namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A conversation the bot can take part in: a 1:1 chat, a channel or a group chat.</summary>
internal abstract class Conversation(string conversationId)
{
    private readonly Lock gate = new();
    private ImmutableList<ChatMessage> messages = [];

    public string ConversationId { get; } = conversationId;

    /// <summary>Whether the app is installed here.</summary>
    public bool Installed
    {
        get => Volatile.Read(ref field);
        internal set => Volatile.Write(ref field, value);
    }

    /// <summary>Whether the person blocked the bot.</summary>
    public bool Blocked
    {
        get => Volatile.Read(ref field);
        internal set => Volatile.Write(ref field, value);
    }

    public abstract ImmutableArray<Person> Members { get; }

    /// <summary>A snapshot of all messages, oldest first.</summary>
    public ImmutableList<ChatMessage> Messages => Volatile.Read(ref messages);

    public ChatMessage? Find(string id) => Messages.Find(message => message.Id == id);

    internal void Add(ChatMessage message)
    {
        lock (gate)
        {
            messages = messages.Add(message);
        }
    }

    /// <summary>Replaces a message; false when it doesn't exist or was deleted.</summary>
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
