using System.Security.Cryptography;
using System.Text;

namespace TeamsConnectBot.Data;

/// <summary>A person without the person: the same for the same key and id, and told by neither alone.</summary>
internal static class KeyedHash
{
    public static string Of(string personId, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(personId.ToLowerInvariant())));
}
