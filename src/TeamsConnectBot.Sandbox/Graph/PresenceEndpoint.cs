using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Presence, derived from the calendar.</summary>
internal sealed class PresenceEndpoint(SandboxTenant tenant)
{
    private const int Most = 650;

    private static readonly string[] MayRead = ["Presence.Read.All"];
    private static readonly GraphContract Contract = GraphContract.Action("getPresencesByUserIdParameters", "presence");

    public IEnumerable<GraphRoute> Routes => [new("POST", "communications/getPresencesByUserId", "presence", MayRead, Answer, Contract)];

    private GraphReply Answer(GraphCall request)
    {
        if (request.Body?.List("ids") is not { Length: <= Most } ids)
        {
            return GraphReply.BadRequest($"The ids are missing or more than {Most}.");
        }

        var people = ids.Select(id => tenant.People.ByKey(id.ToString())).OfType<Person>().ToList();
        return GraphReply.List(request, "Collection(microsoft.graph.presence)", people, (writer, person) =>
        {
            var availability = IsBusy(person) ? "Busy" : "Available";
            new JsonObject { ["id"] = person.ObjectId, ["availability"] = availability, ["activity"] = availability }.WriteTo(writer);
        });
    }

    private bool IsBusy(Person person) =>
        tenant.Calendar.EventsOf(person, tenant.Now, tenant.Now + Duration.FromSeconds(1)).Any(item => item.Status >= BusyStatus.Busy);
}
