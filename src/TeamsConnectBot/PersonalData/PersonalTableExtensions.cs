using TeamsConnectBot.Data;

namespace TeamsConnectBot.PersonalData;

internal static class PersonalTableExtensions
{
    /// <summary>Everybody who is known by their account, in any table.</summary>
    public static async Task<IReadOnlyCollection<string>> AccountsAsync(
        this IEnumerable<PersonalTable> tables, ConnectDb db, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            known.UnionWith(await table.AccountsAsync(db, cancellationToken));
        }

        return known;
    }
}
