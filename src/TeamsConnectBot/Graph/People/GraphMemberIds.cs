using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Reads who is in a group, nested groups included: their ids and nothing else.</summary>
internal sealed class GraphMemberIds(GraphPages pages)
{
    public static readonly string[] Select = ["id"];

    /// <exception cref="GraphUnavailableException">The group could not be read.</exception>
    public async Task<IReadOnlySet<string>> ReadAsync(string groupId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var page in pages.ReadAsync(
            "ids of group members", client => GraphDirectory.MembersPage(client, groupId, Select), cancellationToken))
        {
            ids.UnionWith(page.Items.Select(item => JsonSlices.Text(item, "id")).OfType<string>());
        }

        return ids;
    }
}
