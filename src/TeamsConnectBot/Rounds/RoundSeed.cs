using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace TeamsConnectBot.Rounds;

/// <summary>A round's seed follows from its pool and week, so that a round run again decides the same.</summary>
internal static class RoundSeed
{
    public static long Of(string poolId, LocalDate monday)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{poolId}|{LocalDatePattern.Iso.Format(monday)}"));
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
