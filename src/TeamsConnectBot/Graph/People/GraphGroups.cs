using System.Text.Json;
using Microsoft.Graph.Users.Item.CheckMemberGroups;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Asks the directory who is in which group.</summary>
internal sealed class GraphGroups(GraphTransport transport, GraphPages pages)
{
    private const string Route = "member groups";

    // Graph's limit for one question.
    private const int MostGroups = 20;

    /// <summary>Those of some groups that hold a person, directly or through another group; none when the directory has no such person.</summary>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<IReadOnlyList<string>> WhichHoldAsync(string personId, IReadOnlyCollection<string> groupIds, CancellationToken cancellationToken)
    {
        var holding = new List<string>();
        foreach (var some in groupIds.Chunk(MostGroups))
        {
            var body = new CheckMemberGroupsPostRequestBody { GroupIds = [.. some] };
            await foreach (var page in pages.ReadAsync(
                Route, client => client.Users[personId].CheckMemberGroups.ToPostRequestInformation(body), cancellationToken,
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
