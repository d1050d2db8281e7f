using System.Buffers.Text;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Opaque-looking ids that lead back to a person without a table, so that 100,000 people cost no memory.</summary>
internal static class TeamsIds
{
    private const string PersonPrefix = "29:1";
    private const string ConversationPrefix = "a:1";

    public static string OfPerson(Guid objectId) => PersonPrefix + Base64Url.EncodeToString(objectId.ToByteArray());

    public static string OfConversation(Guid objectId) => ConversationPrefix + Base64Url.EncodeToString(Mirrored(objectId));

    /// <summary>Whose id this is; null when it isn't a person's.</summary>
    public static Guid? Person(string? id) => Read(id, PersonPrefix) is { } bytes ? new Guid(bytes) : null;

    /// <summary>Whose chat this is; null when it isn't a chat's id.</summary>
    public static Guid? Conversation(string? id)
    {
        if (Read(id, ConversationPrefix) is not { } bytes)
        {
            return null;
        }

        Array.Reverse(bytes);
        return new Guid(bytes);
    }

    private static byte[] Mirrored(Guid objectId)
    {
        var bytes = objectId.ToByteArray();
        Array.Reverse(bytes);
        return bytes;
    }

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
