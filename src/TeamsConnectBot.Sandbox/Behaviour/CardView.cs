using System.Text.Json.Nodes;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>A card as someone sees it: its buttons and its questions, found in the JSON that arrived.</summary>
internal sealed class CardView
{
    private readonly List<JsonObject> parts = [];

    public CardView(string json) => Collect(JsonNode.Parse(json));

    /// <summary>The data a button sends; null when the card has no such button.</summary>
    public JsonObject? Button(string verb) =>
        parts.FirstOrDefault(part => (string?)part["type"] == "Action.Execute" && (string?)part["verb"] == verb)?["data"]?.DeepClone() as JsonObject
        ?? (Has(verb) ? [] : null);

    public bool Has(string verb) => parts.Any(part => (string?)part["type"] == "Action.Execute" && (string?)part["verb"] == verb);

    /// <summary>The values to choose from in a question.</summary>
    public IReadOnlyList<string> Choices(string inputId) =>
        [.. (parts.FirstOrDefault(part => (string?)part["id"] == inputId)?["choices"] as JsonArray ?? []).Select(choice => (string?)choice!["value"] ?? "")];

    /// <summary>Every question with what is filled in already.</summary>
    public JsonObject Inputs()
    {
        var inputs = new JsonObject();
        foreach (var part in parts.Where(part => ((string?)part["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true))
        {
            if ((string?)part["id"] is { } id)
            {
                inputs[id] = (string?)part["value"] ?? ((string?)part["type"] == "Input.Toggle" ? "false" : "");
            }
        }

        return inputs;
    }

    private void Collect(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject part:
                parts.Add(part);
                foreach (var (name, child) in part)
                {
                    // The fallback is the same button for older clients.
                    if (name != "fallback")
                    {
                        Collect(child);
                    }
                }

                break;
            case JsonArray children:
                foreach (var child in children)
                {
                    Collect(child);
                }

                break;
        }
    }
}
