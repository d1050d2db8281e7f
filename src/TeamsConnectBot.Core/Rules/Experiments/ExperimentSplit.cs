using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TeamsConnectBot.Core.Rules.Experiments;

/// <summary>Assigns people at random to one of the two variants of an experiment, and always to the same one.</summary>
public static class ExperimentSplit
{
    /// <summary>Whether a person is assigned to the second variant.</summary>
    /// <param name="seed">The experiment's seed.</param>
    /// <param name="personId">The person.</param>
    public static bool IsSecond(long seed, string personId)
    {
        ArgumentNullException.ThrowIfNull(personId);
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seed);
        return (SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes(personId)])[0] & 1) == 1;
    }
}
