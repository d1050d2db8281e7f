using TeamsConnectBot.Sandbox.Contracts;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>Finds attachments, cards and mentions that Teams accepts without an error but shows wrongly.</summary>
internal static class MessageLint
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    // The newest version that Teams supports (Microsoft Learn, 'Types of cards', read 2026-11-29).
    private static readonly Version NewestCard = new(1, 5);

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "AdaptiveCard", "TextBlock", "Image", "Media", "MediaSource", "RichTextBlock", "TextRun", "Container", "ColumnSet", "Column",
        "FactSet", "ImageSet", "ActionSet", "Table", "TableRow", "TableCell", "Input.Text", "Input.Number", "Input.Date", "Input.Time",
        "Input.Toggle", "Input.ChoiceSet", "Data.Query", "Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ShowCard",
        "Action.ToggleVisibility",
    };

    public static IEnumerable<string> Remarks(JsonObject message)
    {
        var activity = JsonSerializer.SerializeToElement(message);
        return (activity.List("attachments") ?? []).SelectMany(OfAttachment)
            .Concat((activity.List("entities") ?? []).SelectMany(entity => OfMention(activity, entity)));
    }

    private static IEnumerable<string> OfAttachment(JsonElement attachment) => attachment.Text("contentType") switch
    {
        null => ["An attachment has no contentType."],
        CardType when attachment.Property("content") is { ValueKind: JsonValueKind.Object } card => OfCard(card),
        CardType => ["A card's attachment has no content."],
        _ => [],
    };

    private static IEnumerable<string> OfCard(JsonElement card)
    {
        if (card.Text("type") != "AdaptiveCard")
        {
            yield return "A card's type is not 'AdaptiveCard'.";
        }

        if (!Version.TryParse(card.Text("version"), out var version) || version > NewestCard)
        {
            yield return $"A card has the version '{card.Text("version")}'; Teams shows up to {NewestCard}.";
        }

        foreach (var type in TypesIn(card).Where(type => !Known.Contains(type)).Distinct())
        {
            yield return $"A card has an element '{type}' that Teams does not know.";
        }
    }

    // Data sent back by a click and properties for Teams only are not elements.
    private static IEnumerable<string> TypesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(TypesIn),
        JsonValueKind.Object => (value.Text("type") is { } type ? [type] : Array.Empty<string>())
            .Concat(value.EnumerateObject().Where(property => property.Name is not ("data" or "msteams"))
                .SelectMany(property => TypesIn(property.Value))),
        _ => [],
    };

    private static IEnumerable<string> OfMention(JsonElement activity, JsonElement entity) =>
        entity.Text("type") == "mention"
        && (entity.Text("text") is not { } text || activity.Text("text")?.Contains(text, StringComparison.Ordinal) != true)
        && activity.Property("attachments") is null
            ? ["A mention is not in the text of its message."]
            : [];
}
