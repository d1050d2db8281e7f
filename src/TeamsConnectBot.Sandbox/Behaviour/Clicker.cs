using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>One person looking at one card.</summary>
internal sealed class Clicker(SandboxServer server, Person person, string messageId, CardView card)
{
    public Person Person => person;

    public TeamsClient Teams => server.Teams;

    public SandboxTenant Tenant => server.Tenant;

    public PlannedAction Plan(DateTimeOffset at, Func<CancellationToken, Task> runAsync) => new(person.ObjectId, at, runAsync);

    /// <param name="onAccepted">Runs if the service accepts the click.</param>
    public PlannedAction PlanClick(DateTimeOffset at, string verb, JsonObject? inputs = null, Action? onAccepted = null) => Plan(at, async cancellation =>
    {
        if ((await ClickAsync(verb, inputs, cancellation)).Ok)
        {
            onAccepted?.Invoke();
        }
    });

    /// <summary>Clicks a button of the card as it was when it arrived, even if the card has changed since.</summary>
    public Task<InvokeAnswer> ClickAsync(string verb, JsonObject? inputs, CancellationToken cancellation) =>
        Teams.ClickAsync(person, messageId, verb, card.Button(verb) ?? AnyData(), inputs, cancellation);

    // A later state of the same card has buttons with the same id and nonce.
    private JsonObject AnyData() => card.Button("invitation.yes") ?? card.Button("connection.cantMakeIt") ?? [];
}
