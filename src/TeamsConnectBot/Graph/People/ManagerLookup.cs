using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>
/// Who manages whom. Graph does not combine <c>$expand</c> with the advanced queries that group members need, so managers are read by id.
/// </summary>
internal sealed class ManagerLookup(UserLookup users)
{
    private static readonly string Query = $"$select=id&$expand={Uri.EscapeDataString("manager($select=id)")}";

    /// <summary>
    /// The manager's id by person, null where the directory names none. A person whose row is missing or unreadable is absent: a failed
    /// lookup must never match somebody with their manager.
    /// </summary>
    /// <exception cref="GraphUnavailableException">A request as a whole could not be read.</exception>
    public async Task<IReadOnlyDictionary<string, string?>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var managers = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var rows = await users.ReadAsync("managers", Query, ids, cancellationToken);
        foreach (var row in rows.Where(row => row.Manager is null or { Id: not null }))
        {
            managers[row.Id!] = row.Manager?.Id;
        }

        return managers;
    }
}
