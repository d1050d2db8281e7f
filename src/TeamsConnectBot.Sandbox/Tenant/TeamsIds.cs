using System.Buffers.Text;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Opaque-looking ids from which the person can be read back, so that 100,000 people need no lookup table.</summary>
internal static class TeamsIds
{
    private const string PersonPrefix = "29:1";
    private const string ConversationPrefix = "a:1";

    public static string OfPerson(Guid objectId) => PersonPrefix + Base64Url.EncodeToString(objectId.ToByteArray());

    // The bytes are reversed, so that a chat's id doesn't resemble its person's id.
    public static string OfConversation(Guid objectId) =>
        ConversationPrefix + Base64Url.EncodeToString([.. objectId.ToByteArray().Reverse()]);

    /// <summary>The object id in a person's id; null for any other id.</summary>
    public static Guid? Person(string? id) => Read(id, PersonPrefix) is { } bytes ? new Guid(bytes) : null;

    /// <summary>The object id in a 1:1 chat's id; null for any other id.</summary>
    public static Guid? Conversation(string? id) => Read(id, ConversationPrefix) is { } bytes ? new Guid([.. bytes.Reverse()]) : null;

    private static byte[]? Read(string? id, string prefix)
    {
        if (id is null || id.Length != prefix.Length + 22 || !id.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var bytes = new byte[16];
        return Base64Url.TryDecodeFromChars(id.AsSpan(prefix.Length), bytes, out var written) && written == 16 ? bytes : null;
    }
}
