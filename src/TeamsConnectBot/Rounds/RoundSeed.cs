using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>A round's seed is derived from its pool and week, so that a round that runs again makes the same decisions.</summary>
internal static class RoundSeed
{
    public static long Of(string poolId, LocalDate monday) => Of($"{poolId}|{LocalDatePattern.Iso.Format(monday)}");

    /// <summary>A seed for one decision of a round, the same on every machine.</summary>
    public static int Of(Round round, string decision) => (int)Of($"{round.Seed}|{decision}");

    private static long Of(string text) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
