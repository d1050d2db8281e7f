namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>A received card's buttons and inputs.</summary>
internal sealed class CardView
{
    private readonly List<JsonObject> parts = [];

    public CardView(string json) => Collect(JsonNode.Parse(json));

    /// <summary>The data a button sends; null when the card has no such button.</summary>
    public JsonObject? Button(string verb) => Find(verb) is { } button ? button["data"]?.DeepClone() as JsonObject ?? [] : null;

    public bool Has(string verb) => Find(verb) is not null;

    /// <summary>Whether a card has a button for this verb. A card that does not mention it is not parsed.</summary>
    public static bool Has(string json, string verb) => json.Contains(verb, StringComparison.Ordinal) && new CardView(json).Has(verb);

    /// <summary>Whether a button opens a page or a chat.</summary>
    public bool HasLink => parts.Exists(part => (string?)part["type"] == "Action.OpenUrl");

    /// <summary>The values to choose from in a choice set.</summary>
    public IReadOnlyList<string> Choices(string inputId)
    {
        var choices = parts.Find(part => (string?)part["id"] == inputId)?["choices"] as JsonArray;
        return [.. (choices ?? []).Select(choice => (string?)choice!["value"] ?? "")];
    }

    /// <summary>Every input with its prefilled value.</summary>
    public JsonObject Inputs()
    {
        var inputs = new JsonObject();
        foreach (var part in parts)
        {
            if ((string?)part["type"] is { } type && type.StartsWith("Input.", StringComparison.Ordinal) && (string?)part["id"] is { } id)
            {
                inputs[id] = (string?)part["value"] ?? (type == "Input.Toggle" ? "false" : "");
            }
        }

        return inputs;
    }

    private JsonObject? Find(string verb) => parts.Find(part => (string?)part["type"] == "Action.Execute" && (string?)part["verb"] == verb);

    private void Collect(JsonNode? node)
    {
        if (node is JsonObject part)
        {
            parts.Add(part);
        }

        IEnumerable<JsonNode?> children = node switch
        {
            // A fallback repeats the button for older clients, so it is skipped.
            JsonObject parent => parent.Where(property => property.Key != "fallback").Select(property => property.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in children)
        {
            Collect(child);
        }
    }
}
