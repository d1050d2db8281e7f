using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TeamsConnectBot.Core.Rules.Trials;

/// <summary>Splits people in two at random, each always on the same side of one trial.</summary>
public static class TrialSplit
{
    /// <summary>Whether somebody is on the second side.</summary>
    /// <param name="seed">The trial's seed.</param>
    /// <param name="personId">Who.</param>
    public static bool IsOther(long seed, string personId)
    {
        ArgumentNullException.ThrowIfNull(personId);
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seed);
        return (SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes(personId)])[0] & 1) == 1;
    }
}
