using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Figures;

/// <summary>
/// Stands for a participant in a stored count. It is derived from the secret in their row, so it identifies nobody once they have left.
/// It stays in the count even then, because the difference with a later count would otherwise reveal what they had answered.
/// </summary>
internal static class Pseudonym
{
    private const int Characters = 24;

    public static string Of(Participant person) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("figures " + person.Nonce)))[..Characters];
}
