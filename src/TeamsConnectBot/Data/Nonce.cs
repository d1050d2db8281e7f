using System.Security.Cryptography;

namespace TeamsConnectBot.Data;

/// <summary>The secret in a card's data that proves that the bot created it.</summary>
internal static class Nonce
{
    private const int Bytes = 16;

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    public static bool Matches(string expected, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(expected), System.Text.Encoding.UTF8.GetBytes(given));
}
