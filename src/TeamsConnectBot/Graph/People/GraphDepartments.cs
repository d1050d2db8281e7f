using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Reads the departments of a group's members, without any names.</summary>
internal sealed class GraphDepartments(GraphPages pages)
{
    // About 50,000 people: a list to choose from is not worth more requests.
    private const int MaxPages = 50;

    /// <summary>Includes the id, or two pages with only one department would look like the same page returned twice.</summary>
    public static readonly string[] Select = ["id", "department"];

    /// <summary>Adds the department of each member of a group who has one, by id.</summary>
    /// <returns>Whether the whole group was read.</returns>
    /// <exception cref="GraphUnavailableException">The group could not be read.</exception>
    public async Task<bool> ReadAsync(string groupId, Dictionary<string, string> people, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        ArgumentNullException.ThrowIfNull(people);
        var read = 0;
        await foreach (var page in pages.ReadAsync(
            "departments of a group", client => GraphDirectory.MembersPage(client, groupId, Select), cancellationToken))
        {
            foreach (var item in page.Items)
            {
                if (JsonSlices.Text(item, "id") is { } id && JsonSlices.Text(item, "department")?.Trim() is { Length: > 0 } department)
                {
                    people[id] = department;
                }
            }

            if (++read == MaxPages)
            {
                return false;
            }
        }

        return true;
    }
}
