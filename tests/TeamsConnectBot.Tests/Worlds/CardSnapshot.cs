using TeamsConnectBot.Sandbox.Behaviour;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>A card as it was at one moment; later edits to the message do not change it.</summary>
internal sealed class CardSnapshot
{
    // A reader sees the text of the shown members; only programs read the hidden ones.
    private static readonly string[] Shown = ["text", "title", "label", "value", "altText", "placeholder"];
    private static readonly string[] Hidden = ["data", "fallback", "url", "$schema"];

    private readonly CardView view;
    private readonly List<string> texts = [];
    private readonly List<string> links = [];

    public CardSnapshot(string messageId, string? summary, string json)
    {
        MessageId = messageId;
        Summary = summary ?? "";
        Json = json;
        view = new CardView(json);
        Collect(JsonNode.Parse(json));
    }

    public CardSnapshot(ChatMessage message)
        : this(
            message.Id, message.Summary, message.CardJson ?? throw new AssertionException($"The message '{message.Summary}' has no card."))
    {
    }

    public string MessageId { get; }

    /// <summary>The text that the notification shows.</summary>
    public string Summary { get; }

    public string Json { get; }

    public string Language => (string?)JsonNode.Parse(Json)?["lang"] ?? "";

    /// <summary>Everything a reader can see, one text per line.</summary>
    public string Text => string.Join('\n', texts);

    public IReadOnlyList<string> Links => links;

    public bool Has(string verb) => view.Has(verb);

    public IReadOnlyList<string> Choices(string input) => view.Choices(input);

    public JsonObject Inputs() => view.Inputs();

    /// <summary>The data a button submits; every button of a card carries the same id and nonce.</summary>
    public JsonObject Data(string verb) => view.Button(verb) ?? throw new AssertionException($"The card has no button '{verb}':\n{Text}");

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
