using System.Text.Json;
using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Presence, as the calendar would have it.</summary>
internal sealed class PresenceEndpoint(SandboxTenant tenant)
{
    private const int Most = 650;

    private static readonly string[] MayRead = ["Presence.Read.All"];

    public IEnumerable<GraphRoute> Routes => [new("POST", "communications/getPresencesByUserId", "presence", MayRead, Answer) { Contract = GraphContract.Action("getPresencesByUserIdParameters", "presence") }];

    private GraphReply Answer(GraphCall request)
    {
        if (request.Body?.Property("ids") is not { ValueKind: JsonValueKind.Array } ids || ids.GetArrayLength() > Most)
        {
            return GraphReply.BadRequest($"The ids are missing or more than {Most}.");
        }

        var people = ids.EnumerateArray().Select(id => tenant.People.ByKey(id.ToString())).OfType<Person>().ToList();
        return GraphReply.Ok(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"{request.BaseUrl}/$metadata#Collection(microsoft.graph.presence)");
            writer.WriteStartArray("value");
            foreach (var person in people)
            {
                var availability = IsBusy(person) ? "Busy" : "Available";
                writer.WriteStartObject();
                writer.WriteString("id", person.ObjectId);
                writer.WriteString("availability", availability);
                writer.WriteString("activity", availability);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private bool IsBusy(Person person) =>
        tenant.Calendar.EventsOf(person, tenant.Now, tenant.Now + Duration.FromSeconds(1)).Any(item => item.Status >= BusyStatus.Busy);
}
