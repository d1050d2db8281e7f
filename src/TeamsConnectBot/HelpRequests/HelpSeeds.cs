using System.Globalization;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.HelpRequests;

/// <summary>
/// Seeds for the chance in a question: the same whenever it is decided again, and derived with a key of this installation. From an id
/// alone, which is in the asker's export, the moments of the waves could be worked out.
/// </summary>
internal sealed class HelpSeeds(KeyRing keys)
{
    private const string Key = "help-requests";
    private const int Digits = 8;

    /// <summary>The seed of one decision. Not inside a unit of work: it may create the key.</summary>
    public async Task<int> OfAsync(Guid requestId, string decision, CancellationToken cancellationToken) => unchecked((int)uint.Parse(
        KeyedHash.Of($"{requestId}|{decision}", await keys.FindAsync(Key, cancellationToken)).AsSpan(0, Digits), NumberStyles.HexNumber,
        CultureInfo.InvariantCulture));
}
