using System.Text.Json;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>One person whom an admin named, and how they are in a group. Reads ids and that person's mail address only.</summary>
internal sealed class GraphMembership(GraphTransport transport, GraphPages pages)
{
    private const int PageSize = 999;

    private static readonly string[] SelectAddress = ["id", "mail"];
    private static readonly string[] SelectId = ["id"];

    /// <param name="signInName">The user principal name.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>The person's id and mail address; null when the directory has nobody with this sign-in name.</returns>
    /// <exception cref="GraphUnavailableException">The person could not be read.</exception>
    public async Task<(string Id, string? Mail)?> FindAsync(string signInName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signInName);
        var answer = await transport.SendAsync(
            "named person",
            client => client.Users[signInName].ToGetRequestInformation(request => request.QueryParameters.Select = SelectAddress),
            cancellationToken);
        if (!transport.Exists(answer))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<UserRow>(answer.Body.Span, JsonSlices.Lenient) is { Id: { } id } row
                ? (id, row.Mail)
                : throw transport.Fail(answer, GraphFailure.Unreadable);
        }
        catch (JsonException failure)
        {
            throw transport.Fail(answer, GraphFailure.Unreadable, failure);
        }
    }

    /// <summary>Whether somebody is in a group themselves, and not through another group.</summary>
    /// <exception cref="GraphUnavailableException">The group could not be read.</exception>
    public async Task<bool> IsDirectAsync(string groupId, string personId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        var members = pages.ReadAsync(
            "direct members",
            client => client.Groups[groupId].Members.ToGetRequestInformation(request =>
            {
                request.QueryParameters.Select = SelectId;
                request.QueryParameters.Top = PageSize;
            }),
            cancellationToken).SelectMany(page => MemberPage.Read(page).Rows);
        return await members.AnyAsync(row => string.Equals(row.Id, personId, StringComparison.OrdinalIgnoreCase), cancellationToken);
    }
}
