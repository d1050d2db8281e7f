using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>One person with one card before them.</summary>
internal sealed class Clicker(SandboxServer server, Person person, string messageId, CardView card)
{
    public Person Person => person;

    public TeamsClient Teams => server.Teams;

    public SandboxTenant Tenant => server.Tenant;

    public PlannedAct Plan(DateTimeOffset at, Func<CancellationToken, Task> doAsync) => new(person.ObjectId, at, doAsync);

    /// <summary>Clicks a button of the card as it was when it arrived, which may have changed since.</summary>
    public Task<InvokeAnswer> Async(string verb, JsonObject inputs, CancellationToken cancellation) =>
        Teams.ClickAsync(person, messageId, verb, card.Button(verb) ?? AnyData(), (JsonObject)inputs.DeepClone(), cancellation);

    // A button of a later state of the same card carries the same id and secret.
    private JsonObject AnyData() => card.Button("invitation.yes") ?? card.Button("connection.cantMakeIt") ?? [];
}
