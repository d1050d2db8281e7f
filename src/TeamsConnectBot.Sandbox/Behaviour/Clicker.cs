using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>One person looking at one card.</summary>
internal sealed record Clicker(SandboxServer Server, Person Person, string MessageId, CardView Card)
{
    public PlannedAction Plan(DateTimeOffset at, Func<CancellationToken, Task> runAsync) => new(Person.ObjectId, at, runAsync);

    /// <param name="onAccepted">Runs if the service accepts the click.</param>
    public PlannedAction PlanClick(DateTimeOffset at, string verb, JsonObject? inputs = null, Action? onAccepted = null) =>
        Plan(at, async cancellation =>
        {
            if ((await ClickAsync(verb, inputs, cancellation)).Ok)
            {
                onAccepted?.Invoke();
            }
        });

    /// <summary>Clicks a button of the card as it was when it arrived, even if the card has changed since.</summary>
    public Task<InvokeAnswer> ClickAsync(string verb, JsonObject? inputs, CancellationToken cancellation) =>
        Server.Teams.ClickAsync(Person, MessageId, verb, Card.Button(verb) ?? AnyData(), inputs, cancellation);

    // All states of a card share an id and a nonce, so another button's data also works for a button that appears later.
    private JsonObject AnyData() => Card.Button("invitation.yes") ?? Card.Button("connection.cantMakeIt") ?? [];
}
