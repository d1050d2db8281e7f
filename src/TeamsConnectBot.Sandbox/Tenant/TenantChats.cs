using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The 1:1 chats with the bot. A chat is made when it is first asked for.</summary>
internal sealed class TenantChats(PeopleDirectory people, TimeProvider clock, TenantChanges changes)
{
    private readonly ConcurrentDictionary<Guid, Chat> chats = new();
    private long lastId;

    /// <summary>Chats anybody has asked for yet.</summary>
    public IEnumerable<Chat> All => chats.Values;

    public Chat Of(Person person) => chats.GetOrAdd(person.ObjectId, static (_, person) => new Chat(person), person);

    public Chat? ByConversation(string conversationId) =>
        TeamsIds.Conversation(conversationId) is { } objectId && people.ByObjectId(objectId) is { } person ? Of(person) : null;

    internal Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Teams' ids are times in milliseconds; ours differ even within one.</summary>
    internal string NextId()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        while (true)
        {
            var last = Interlocked.Read(ref lastId);
            var next = Math.Max(now, last + 1);
            if (Interlocked.CompareExchange(ref lastId, next, last) == last)
            {
                return next.ToString(CultureInfo.InvariantCulture);
            }
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
