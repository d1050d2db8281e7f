using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Figures;

/// <summary>
/// Stands for a participant in what is kept of a count. It follows from the secret in their row: once they left, nothing leads from
/// it to anybody, and it goes on holding their place, without which a count made anew would tell what they had answered.
/// </summary>
internal static class Pseudonym
{
    private const int Characters = 24;

    public static string Of(Participant person) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("figures " + person.Nonce)))[..Characters];
}
