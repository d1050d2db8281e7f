using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Reads which departments the members of a group have, and nobody's name.</summary>
internal sealed class GraphDepartments(GraphPages pages)
{
    private const string Route = "departments of a group";
    private const int PageSize = 999;

    // Some 50,000 people: a list to pick from is not worth more requests.
    private const int MostPages = 50;

    /// <summary>The id, too: two pages of one department would else be the same page twice.</summary>
    public static readonly string[] Select = ["id", "department"];

    /// <returns>The names, and whether the whole group was read.</returns>
    /// <exception cref="GraphUnavailableException">The group could not be read.</exception>
    public async Task<(IReadOnlySet<string> Names, bool IsComplete)> ReadAsync(string groupId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var read = 0;
        await foreach (var page in pages.ReadAsync(Route, client => FirstPage(client, groupId), cancellationToken))
        {
            names.UnionWith(
                page.Items.Select(item => JsonSlices.Text(item, "department")?.Trim()).OfType<string>().Where(name => name.Length > 0));
            if (++read == MostPages)
            {
                return (names, false);
            }
        }

        return (names, true);
    }

    private static RequestInformation FirstPage(GraphServiceClient client, string groupId) =>
        client.Groups[groupId].TransitiveMembers.GraphUser.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = Select;
            request.QueryParameters.Top = PageSize;
            request.QueryParameters.Count = true;
            request.Headers.Add("ConsistencyLevel", "eventual");
        });
}
