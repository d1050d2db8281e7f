using System.Security.Cryptography;
using System.Text;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Name-based UUIDs (version 8 of RFC 9562, on SHA-256): the same id for the same name, always.</summary>
internal static class NameBasedGuid
{
    private static readonly Guid Namespace = new("5e1c0f2a-6f0b-4c52-9a53-0d6e9c1b7a41");

    public static Guid Of(string name)
    {
        var input = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(16));
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
