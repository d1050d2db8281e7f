using System.Text.Json;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Events;

/// <summary>Reads where meetings of the service mailbox can take place online. It reads no event.</summary>
internal sealed class GraphOnlineMeetings(GraphTransport transport, IOptions<GraphOptions> options)
{
    /// <summary>Graph's name for Teams.</summary>
    public const string Teams = "teamsForBusiness";

    private static readonly string[] Select = ["allowedOnlineMeetingProviders", "defaultOnlineMeetingProvider"];

    /// <returns>Graph's names of the services in which the mailbox can make an online meeting.</returns>
    /// <exception cref="GraphUnavailableException">The calendar could not be read.</exception>
    public async Task<IReadOnlyList<string>> ReadProvidersAsync(CancellationToken cancellationToken)
    {
        var answer = transport.Require(await transport.SendAsync(
            "online meetings",
            client => client.Users[options.Value.ServiceMailbox].Calendar.ToGetRequestInformation(
                request => request.QueryParameters.Select = Select),
            cancellationToken));
        try
        {
            return JsonSerializer.Deserialize<Row>(answer.Body.Span, JsonSlices.Lenient)?.AllowedOnlineMeetingProviders
                ?? throw transport.Fail(answer, GraphFailure.Unreadable);
        }
        catch (JsonException failure)
        {
            throw transport.Fail(answer, GraphFailure.Unreadable, failure);
        }
    }

    private sealed record Row(IReadOnlyList<string>? AllowedOnlineMeetingProviders);
}
