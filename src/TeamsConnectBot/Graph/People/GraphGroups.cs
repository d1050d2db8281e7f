using System.Text.Json;
using Microsoft.Graph.Users.Item.CheckMemberGroups;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Asks the directory who is in which group.</summary>
internal sealed class GraphGroups(GraphTransport transport)
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
            var answer = await transport.SendAsync(
                Route,
                client => client.Users[personId].CheckMemberGroups.ToPostRequestInformation(new CheckMemberGroupsPostRequestBody { GroupIds = [.. some] }),
                cancellationToken);
            if (answer.IsGone)
            {
                return [];
            }

            holding.AddRange(Read(answer).Intersect(some, StringComparer.OrdinalIgnoreCase));
        }

        return holding;
    }

    private List<string> Read(GraphAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            throw transport.Fail(answer, GraphFailure.Rejected);
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return [.. document.RootElement.GetProperty("value").EnumerateArray().Select(id => id.GetString()!)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw transport.Fail(answer, GraphFailure.Unreadable, e);
        }
    }
}
