using TeamsConnectBot.Sandbox.Behaviour;

namespace TeamsConnectBot.Tests.Playground;

/// <summary>A card as the playground shows it.</summary>
internal sealed class PlaygroundCard(string messageId, JsonNode content)
{
    private readonly CardView view = new(content.ToJsonString());

    public string MessageId => messageId;

    /// <summary>All text blocks, one per line.</summary>
    public string Text { get; } = string.Join('\n', TextsIn(content));

    public bool Has(string verb) => view.Has(verb);

    /// <summary>What a client sends for a button: its data and everything filled in.</summary>
    public JsonObject Answer(string verb, string ticked)
    {
        var data = view.Button(verb) ?? throw new AssertionException($"There is no button '{verb}' on the card:\n{Text}");
        foreach (var (id, value) in view.Inputs())
        {
            data[id] = id == ticked ? "true" : value?.DeepClone();
        }

        return data;
    }

    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(member =>
            member is { Key: "text", Value: JsonValue text } ? [text.ToString()] : TextsIn(member.Value)),
        JsonArray parts => parts.SelectMany(TextsIn),
        _ => [],
    };
}
