using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Figures;

/// <summary>
/// Stands for a participant in a stored count. It is derived from the secret in their row, so after they leave it leads to nobody. It
/// still keeps their place: without it, a later count would reveal by the difference what they had answered.
/// </summary>
internal static class Pseudonym
{
    private const int Characters = 24;

    public static string Of(Participant person) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("figures " + person.Nonce)))[..Characters];
}
