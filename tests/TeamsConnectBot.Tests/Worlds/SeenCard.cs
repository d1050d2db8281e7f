using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>A card as it was when somebody looked at it.</summary>
internal sealed class SeenCard
{
    // What a reader sees, and nothing that only a program reads.
    private static readonly string[] Shown = ["text", "title", "label", "value", "altText", "placeholder"];
    private static readonly string[] Hidden = ["data", "fallback", "url", "$schema"];

    private readonly CardView view;
    private readonly List<string> texts = [];
    private readonly List<string> links = [];

    public SeenCard(string messageId, string? summary, string json)
    {
        MessageId = messageId;
        Summary = summary ?? "";
        Json = json;
        view = new CardView(json);
        Collect(JsonNode.Parse(json));
    }

    public SeenCard(ChatMessage message)
        : this(message.Id, message.Summary, message.CardJson ?? throw new AssertionException($"'{message.Summary}' came without a card."))
    {
    }

    public string MessageId { get; }

    /// <summary>What the notification shows.</summary>
    public string Summary { get; }

    public string Json { get; }

    public string Language => (string?)JsonNode.Parse(Json)?["lang"] ?? "";

    /// <summary>Everything a reader can see, a line each.</summary>
    public string Text => string.Join('\n', texts);

    public IReadOnlyList<string> Links => links;

    public bool Has(string verb) => view.Has(verb);

    public IReadOnlyList<string> Choices(string input) => view.Choices(input);

    public JsonObject Inputs() => view.Inputs();

    /// <summary>What a button sends of itself; any button of the card carries the same id and secret.</summary>
    public JsonObject Data(string verb) => view.Button(verb) ?? throw new AssertionException($"There is no button '{verb}' on the card:\n{Text}");

    public override string ToString() => Text;

    private void Collect(JsonNode? node)
    {
        if (node is JsonArray children)
        {
            foreach (var child in children)
            {
                Collect(child);
            }
        }

        foreach (var (name, child) in node as JsonObject ?? [])
        {
            if (child is JsonValue value && value.TryGetValue<string>(out var text))
            {
                Keep(name, text);
            }
            else if (!Hidden.Contains(name))
            {
                Collect(child);
            }
        }
    }

    private void Keep(string name, string text)
    {
        if (name == "url")
        {
            links.Add(text);
        }
        else if (Shown.Contains(name))
        {
            texts.Add(text);
        }
    }
}
