using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Reads the departments of a group's members, without any names.</summary>
internal sealed class GraphDepartments(GraphPages pages)
{

    // About 50,000 people: a list to choose from is not worth more requests.
    private const int MaxPages = 50;

    /// <summary>Includes the id, or two pages with only one department would look like the same page returned twice.</summary>
    public static readonly string[] Select = ["id", "department"];

    /// <returns>The departments, and whether the whole group was read.</returns>
    /// <exception cref="GraphUnavailableException">The group could not be read.</exception>
    public async Task<(IReadOnlySet<string> Names, bool IsComplete)> ReadAsync(string groupId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var read = 0;
        await foreach (var page in pages.ReadAsync(
            "departments of a group", client => GraphDirectory.MembersPage(client, groupId, Select), cancellationToken))
        {
            var departments = page.Items.Select(item => JsonSlices.Text(item, "department")?.Trim()).OfType<string>();
            names.UnionWith(departments.Where(name => name.Length > 0));
            if (++read == MaxPages)
            {
                return (names, false);
            }
        }

        return (names, true);
    }
}
