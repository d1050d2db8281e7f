using TeamsConnectBot.Sandbox.Teams;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>A message somebody types to the bot.</summary>
internal sealed record SayRequest(string Text);

/// <summary>The answer to a message that asks for a file.</summary>
internal sealed record FileAnswer(string MessageId, bool Allows);

/// <summary>A click on a card's action; its data includes the values of the inputs, as the renderer provides it.</summary>
internal sealed record ClickRequest(string MessageId, string? Type, string? Verb, JsonObject? Data);

/// <summary>
/// The outcome of a click: <c>card</c>, <c>message</c>, <c>sent</c> or <c>error</c>. As in Teams, an error comes without details.
/// A card is only for the person who clicked.
/// </summary>
internal sealed record ClickView(string Outcome, string? Text = null, JsonNode? Card = null)
{
    public static ClickView Of(InvokeAnswer answer) => answer switch
    {
        { Ok: false } => new("error"),
        { CardJson: { } card } => new("card", Card: JsonNode.Parse(card)),
        _ => new("message", answer.Message),
    };
}
