using System.Text.Json;
using Microsoft.Graph.Users.Item.CheckMemberGroups;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Checks group membership in the directory.</summary>
internal sealed class GraphGroups(GraphTransport transport, GraphPages pages)
{
    // Graph's limit for one request.
    private const int MaxGroups = 20;

    /// <summary>
    /// Which of the groups a person is in, directly or through another group; none when the directory has no such person.
    /// </summary>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<IReadOnlyList<string>> WhichHoldAsync(
        string personId, IReadOnlyCollection<string> groupIds, CancellationToken cancellationToken)
    {
        var holding = new List<string>();
        foreach (var some in groupIds.Chunk(MaxGroups))
        {
            var body = new CheckMemberGroupsPostRequestBody { GroupIds = [.. some] };
            await foreach (var page in pages.ReadAsync(
                "member groups", client => client.Users[personId].CheckMemberGroups.ToPostRequestInformation(body), cancellationToken,
                goneIsEmpty: true))
            {
                holding.AddRange(Read(page).Intersect(some, StringComparer.OrdinalIgnoreCase));
            }
        }

        return holding;
    }

    private List<string> Read(GraphPage page)
    {
        try
        {
            return [.. page.Items.Select(id => JsonSerializer.Deserialize<string>(id.Span)!)];
        }
        catch (JsonException failure)
        {
            throw transport.Fail(page.Answer, GraphFailure.Unreadable, failure);
        }
    }
}
