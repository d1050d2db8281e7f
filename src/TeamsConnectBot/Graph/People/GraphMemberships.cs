using System.Text.Json;
using Microsoft.Graph.Users.Item.CheckMemberGroups;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Asks which of some groups a person is in, nested ones too, without reading who else is.</summary>
internal sealed class GraphMemberships(GraphTransport transport)
{
    private const string Route = "memberships";

    /// <param name="personId">Their object id.</param>
    /// <param name="groupIds">At most 20 object ids.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<IReadOnlyList<string>> AmongAsync(string personId, IReadOnlyCollection<string> groupIds, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(
            Route, client => client.Users[personId].CheckMemberGroups.ToPostRequestInformation(new CheckMemberGroupsPostRequestBody { GroupIds = [.. groupIds] }), cancellationToken);
        if (answer.IsGone)
        {
            return [];
        }

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
