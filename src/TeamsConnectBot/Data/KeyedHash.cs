using System.Security.Cryptography;
using System.Text;

namespace TeamsConnectBot.Data;

/// <summary>A pseudonym of a person: the same for the same key and id, and not reversible without the key.</summary>
internal static class KeyedHash
{
    public static string Of(string personId, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(personId.ToLowerInvariant())));
}
