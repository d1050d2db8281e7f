using System.Collections.Concurrent;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The 1:1 chats with the bot. A chat is created when it is first requested.</summary>
internal sealed class TenantChats(PeopleDirectory people, TimeProvider clock, TenantChanges changes)
{
    private readonly ConcurrentDictionary<Guid, Chat> chats = new();
    private readonly Lock gate = new();
    private long lastId;

    /// <summary>The chats created so far.</summary>
    public IEnumerable<Chat> All => chats.Values;

    public Chat Of(Person person) => chats.GetOrAdd(person.ObjectId, static (_, person) => new Chat(person), person);

    public Chat? ByConversation(string conversationId) =>
        TeamsIds.Conversation(conversationId) is { } objectId && people.ByObjectId(objectId) is { } person ? Of(person) : null;

    /// <summary>Like Teams' ids, a time in milliseconds, but unique even within one millisecond.</summary>
    internal string NextId()
    {
        lock (gate)
        {
            lastId = Math.Max(clock.GetUtcNow().ToUnixTimeMilliseconds(), lastId + 1);
            return lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    internal void Add(Conversation chat, ChatMessage message)
    {
        chat.Add(message);
        changes.Tell();
    }

    internal bool Change(Conversation chat, string id, Func<ChatMessage, ChatMessage> change)
    {
        var changed = chat.Change(id, change);
        changes.Tell();
        return changed;
    }
}
